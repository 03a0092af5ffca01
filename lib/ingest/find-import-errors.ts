import type { Scope } from '@/lib/db/scope';

/** A row that was left out: the line it begins at (from 1), the column at fault where it is one, and why. */
export interface ImportErrorRow {
  line: number;
  column: string | null;
  reason: string;
}

/** Errors of an import in the order of the file, paged by line. */
export async function findImportErrors(
  scope: Scope,
  importId: string,
  { afterLine = 0, pageLength = 25 }: { afterLine?: number; pageLength?: number } = {},
): Promise<{ errors: ImportErrorRow[]; nextAfterLine: number | null }> {
  const rows = await scope.run((db) =>
    db.importError.findMany({
      where: { workspaceId: scope.workspaceId, importId, line: { gt: afterLine } },
      orderBy: { line: 'asc' },
      take: pageLength + 1,
      select: { line: true, column: true, reason: true },
    }),
  );
  const errors = rows.slice(0, pageLength);
  return { errors, nextAfterLine: rows.length > pageLength ? (errors.at(-1)?.line ?? null) : null };
}

/** Rows refused for one reason. */
export interface ErrorGroup {
  reason: string;
  column: string | null;
  rows: number;
  firstLine: number;
}

/** Errors by reason, the most frequent first; what a reason quotes of the cell is left out, so that like meets like. */
export async function findErrorGroups(scope: Scope, importId: string, most = 10): Promise<ErrorGroup[]> {
  return scope.run(
    (db) => db.$queryRaw<ErrorGroup[]>`
      SELECT regexp_replace(reason, '^"[^"]*"', '…') AS reason, "column", count(*)::int AS rows,
        min(line) AS "firstLine"
      FROM import_errors
      WHERE workspace_id = ${scope.workspaceId}::uuid AND import_id = ${importId}::uuid
      GROUP BY 1, 2
      ORDER BY rows DESC, "firstLine"
      LIMIT ${most}`,
  );
}
