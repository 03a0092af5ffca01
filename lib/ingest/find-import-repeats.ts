import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { mappingSchema } from '@/lib/ingest/csv/mapping-schema';
import { letterSources } from '@/lib/ingest/letters';
import type { RowPlace } from '@/lib/ingest/row-outcome';

/** A row that says what was here already, with what that is; null where it is gone since. */
export interface ImportRepeatRow extends RowPlace {
  stored: StoredRow | null;
}

export interface StoredRow {
  kind: 'comment' | 'response' | 'account';
  /** Of the comment, response or account. */
  id: string;
  /** The beginning of the comment, the name of the account. */
  label: string | null;
  /** The import that brought it, where one did. */
  importId: string | null;
  fileName: string | null;
}

type Row = RowPlace & { [Field in keyof StoredRow]: StoredRow[Field] | null };

/**
 * Rows of an import for which nothing was written, in the order of the file, paged by row.
 * @param after the row that the page before ended with
 */
export async function findImportRepeats(
  scope: Scope,
  importId: string,
  { after = -1, pageLength = 25 }: { after?: number; pageLength?: number } = {},
): Promise<{ repeats: ImportRepeatRow[]; nextAfter: number | null }> {
  const rows = await scope.run(async (db) => {
    const own = await db.import.findFirst({ where: { workspaceId: scope.workspaceId, id: importId } });
    if (!own) return [];
    const isMail = own.mapping !== null && mappingSchema.parse(own.mapping).layout.kind === 'mail';
    const sources = isMail ? letterSources(scope.workspaceId) : Prisma.sql`${own.sourceId}::uuid`;
    const stored = own.target === 'accounts' ? storedAccount : storedStatement(sources);
    return db.$queryRaw<Row[]>`
      WITH page AS (
        SELECT * FROM import_repeats
        WHERE workspace_id = ${scope.workspaceId}::uuid AND import_id = ${importId}::uuid AND row_index > ${after}
        ORDER BY row_index LIMIT ${pageLength + 1}
      )
      SELECT page.row_index AS index, page.line, stored.kind, stored.id, stored.label,
        stored.import_id AS "importId", i.file_name AS "fileName"
      FROM page
        LEFT JOIN LATERAL (${stored}) stored ON true
        LEFT JOIN imports i ON i.workspace_id = page.workspace_id AND i.id = stored.import_id
      ORDER BY page.row_index`;
  });
  const repeats = rows.slice(0, pageLength).map(toRepeat);
  return { repeats, nextAfter: rows.length > pageLength ? (repeats.at(-1)?.index ?? null) : null };
}

const storedAccount = Prisma.sql`
  SELECT 'account' AS kind, a.id, a.name AS label, a.import_id
  FROM accounts a
  WHERE a.workspace_id = page.workspace_id AND a.external_id = page.external_id`;

/** The comment of a row; of one without, or with several answers, its response and the first of its comments. */
const storedStatement = (sources: Prisma.Sql) => Prisma.sql`
  SELECT * FROM (
    SELECT 1 AS place, 'comment' AS kind, f.id, left(f.text, 160) AS label, f.import_id
    FROM feedback f
    WHERE f.workspace_id = page.workspace_id AND f.source_id IN (${sources}) AND f.external_id = page.external_id
    UNION ALL
    (SELECT 2, CASE WHEN f.id IS NULL THEN 'response' ELSE 'comment' END, coalesce(f.id, r.id),
      left(f.text, 160), r.import_id
    FROM responses r LEFT JOIN feedback f ON f.workspace_id = r.workspace_id AND f.response_id = r.id
    WHERE r.workspace_id = page.workspace_id AND r.source_id IN (${sources}) AND r.external_id = page.external_id
    ORDER BY f.external_id LIMIT 1)
  ) found ORDER BY place LIMIT 1`;

function toRepeat({ index, line, kind, id, label, importId, fileName }: Row): ImportRepeatRow {
  const stored = kind && id ? { kind, id, label, importId, fileName } : null;
  return { index, line, stored };
}
