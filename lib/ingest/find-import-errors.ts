import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { RowPlace } from '@/lib/ingest/row-outcome';

/** A row that was left out: where it stands, the column at fault where it is one, and why. */
export interface ImportErrorRow extends RowPlace {
  column: string | null;
  reason: string;
}

/** What a reason says, without what it quotes of the cell, so that like meets like. */
const kindOfReason = Prisma.sql`regexp_replace(reason, '^"[^"]*"', '…')`;

/**
 * Errors of an import in the order of the file, paged by row.
 * @param after the row that the page before ended with
 * @param like only those of the same reason and column as the error of this row
 */
export async function findImportErrors(
  scope: Scope,
  importId: string,
  {
    after = -1,
    pageLength = 25,
    like = null,
  }: { after?: number; pageLength?: number; like?: number | null } = {},
): Promise<{ errors: ImportErrorRow[]; nextAfter: number | null }> {
  const ofImport = Prisma.sql`workspace_id = ${scope.workspaceId}::uuid AND import_id = ${importId}::uuid`;
  const isLike =
    like === null
      ? Prisma.sql`true`
      : Prisma.sql`(${kindOfReason}, coalesce("column", '')) = (
          SELECT ${kindOfReason}, coalesce("column", '') FROM import_errors WHERE ${ofImport} AND row_index = ${like})`;
  const rows = await scope.run(
    (db) => db.$queryRaw<ImportErrorRow[]>`
      SELECT row_index AS index, line, "column", reason FROM import_errors
      WHERE ${ofImport} AND row_index > ${after} AND ${isLike}
      ORDER BY row_index LIMIT ${pageLength + 1}`,
  );
  const errors = rows.slice(0, pageLength);
  return { errors, nextAfter: rows.length > pageLength ? (errors.at(-1)?.index ?? null) : null };
}

/** Rows refused for one reason. */
export interface ErrorGroup {
  reason: string;
  column: string | null;
  rows: number;
  /** The row that stands first in the file, and its line. */
  firstRow: number;
  firstLine: number;
}

/** Errors by reason and column, the most frequent first. */
export async function findErrorGroups(scope: Scope, importId: string, most = 10): Promise<ErrorGroup[]> {
  return scope.run(
    (db) => db.$queryRaw<ErrorGroup[]>`
      SELECT ${kindOfReason} AS reason, "column", count(*)::int AS rows,
        min(row_index) AS "firstRow", min(line) AS "firstLine"
      FROM import_errors
      WHERE workspace_id = ${scope.workspaceId}::uuid AND import_id = ${importId}::uuid
      GROUP BY 1, 2
      ORDER BY rows DESC, "firstRow"
      LIMIT ${most}`,
  );
}
