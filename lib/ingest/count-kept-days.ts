import type { Scope } from '@/lib/db/scope';
import { mappingSchema } from '@/lib/ingest/csv/mapping-schema';

/** Rows that keep another day than the one that was given for all rows of their file. */
export interface KeptDays {
  /** The day that was given. */
  given: Date;
  count: number;
}

/**
 * How many rows of an import that were here already have another day than the one given for all its rows, which was not written
 * over theirs. Null where its rows have days of their own, or none was kept so.
 */
export async function countKeptDays(scope: Scope, importId: string): Promise<KeptDays | null> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const own = await db.import.findFirst({ where: { workspaceId, id: importId } });
    const mapping = mappingSchema.safeParse(own?.mapping);
    if (!own || !mapping.success || mapping.data.columns.some(({ field }) => field === 'occurredAt'))
      return null;
    const { occurredAt } = mapping.data.defaults;
    if (!occurredAt) return null;
    const given = new Date(occurredAt);
    const [row] = await db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM import_repeats p
        LEFT JOIN feedback f ON f.workspace_id = p.workspace_id AND f.source_id = ${own.sourceId}::uuid
          AND f.external_id = p.external_id
        LEFT JOIN responses r ON r.workspace_id = p.workspace_id AND r.source_id = ${own.sourceId}::uuid
          AND r.external_id = p.external_id
      WHERE p.workspace_id = ${workspaceId}::uuid AND p.import_id = ${importId}::uuid
        AND coalesce(f.occurred_at, r.submitted_at) <> ${given}`;
    return row && row.n > 0 ? { given, count: row.n } : null;
  });
}
