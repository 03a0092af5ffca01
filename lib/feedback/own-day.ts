import { Prisma } from '@/lib/db/client';

/**
 * Whether a row, of feedback or of responses, has a day of its own, as SQL. It has none where its file gave no date and a person
 * gave one for all rows of that import: such a day says where to show the row, and is no evidence of when anything happened.
 * `row` is the alias of a table with workspace_id and import_id, `at` its moment.
 */
export function hasOwnDay(row: Prisma.Sql, at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (
    SELECT 1 FROM imports undated
    WHERE undated.workspace_id = ${row}.workspace_id AND undated.id = ${row}.import_id
      AND (undated.mapping #>> '{defaults,occurredAt}')::timestamptz = ${at})`;
}
