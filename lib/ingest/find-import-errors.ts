import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

/** A row that was left out: the line it begins at (from 1), the column at fault where it is one, and why. */
export interface ImportErrorRow {
  line: number;
  column: string | null;
  reason: string;
}

/** What a reason says, without what it quotes of the cell, so that like meets like. */
const kindOfReason = Prisma.sql`regexp_replace(reason, '^"[^"]*"', '…')`;

/**
 * Errors of an import in the order of the file, paged by line.
 * @param like only those of the same reason and column as the error on this line
 */
export async function findImportErrors(
  scope: Scope,
  importId: string,
  {
    afterLine = 0,
    pageLength = 25,
    like = null,
  }: { afterLine?: number; pageLength?: number; like?: number | null } = {},
): Promise<{ errors: ImportErrorRow[]; nextAfterLine: number | null }> {
  const ofImport = Prisma.sql`workspace_id = ${scope.workspaceId}::uuid AND import_id = ${importId}::uuid`;
  const isLike =
    like === null
      ? Prisma.sql`true`
      : Prisma.sql`(${kindOfReason}, coalesce("column", '')) = (
          SELECT ${kindOfReason}, coalesce("column", '') FROM import_errors WHERE ${ofImport} AND line = ${like})`;
  const rows = await scope.run(
    (db) => db.$queryRaw<ImportErrorRow[]>`
      SELECT line, "column", reason FROM import_errors
      WHERE ${ofImport} AND line > ${afterLine} AND ${isLike}
      ORDER BY line LIMIT ${pageLength + 1}`,
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

/** Errors by reason and column, the most frequent first. */
export async function findErrorGroups(scope: Scope, importId: string, most = 10): Promise<ErrorGroup[]> {
  return scope.run(
    (db) => db.$queryRaw<ErrorGroup[]>`
      SELECT ${kindOfReason} AS reason, "column", count(*)::int AS rows,
        min(line) AS "firstLine"
      FROM import_errors
      WHERE workspace_id = ${scope.workspaceId}::uuid AND import_id = ${importId}::uuid
      GROUP BY 1, 2
      ORDER BY rows DESC, "firstLine"
      LIMIT ${most}`,
  );
}
