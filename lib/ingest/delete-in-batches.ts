import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

/** Tables that an import writes to. */
type Table =
  | 'feedback'
  | 'responses'
  | 'employments'
  | 'contact_identities'
  | 'contacts'
  | 'accounts'
  | 'account_moves';

const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000';

/**
 * Deletes rows of a table of this workspace in the order of their ids, batch by batch. It may stop and begin again anywhere.
 * The walk goes on from where it was: a search from the beginning would read again all that was deleted before, which the
 * database keeps until its next clean-up.
 * @param among what rows to look at, in terms of the table as `t`
 * @param where which of these to delete
 * @param batch rows looked at in one transaction, so that none grows with the file
 */
export async function deleteInBatches(
  scope: Scope,
  table: Table,
  { among, where = Prisma.sql`true`, batch }: { among: Prisma.Sql; where?: Prisma.Sql; batch: number },
): Promise<void> {
  const { workspaceId } = scope;
  const name = Prisma.raw(table);
  let after = BEFORE_ALL_IDS;
  for (;;) {
    const ids = await scope.run(async (db) => {
      // As in an import: what looks for the rows that hang on these is planned once a session, perhaps for an empty table.
      await db.$executeRaw`DISCARD PLANS`;
      // The database takes any workspace for a small one, and would rather sort all rows than read some in order.
      await db.$executeRaw`SET LOCAL enable_sort = off`;
      const rows = await db.$queryRaw<{ id: string }[]>`
        SELECT t.id FROM ${name} t
        WHERE t.workspace_id = ${workspaceId}::uuid AND t.id > ${after}::uuid AND ${among}
        ORDER BY t.id LIMIT ${batch}`;
      const found = rows.map(({ id }) => id);
      await db.$executeRaw`
        DELETE FROM ${name} t
        WHERE t.workspace_id = ${workspaceId}::uuid AND t.id = ANY(${found}::uuid[]) AND ${where}`;
      return found;
    });
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
  }
}
