import type { Db } from '@/lib/db/client';
import type { FixRow } from '@/lib/issues/fix-effect';

/** An account in a month, with its name. */
export interface FixMonthRow extends FixRow {
  name: string;
}

/** One page of account-months, by month and the accounts' names, and how many there are. */
export async function pageFixRows(
  db: Db,
  workspaceId: string,
  found: readonly FixRow[],
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: FixMonthRow[]; total: number }> {
  const accounts = await db.account.findMany({
    where: { workspaceId, id: { in: [...new Set(found.map(({ accountId }) => accountId))] } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(accounts.map(({ id, name }) => [id, name]));
  const rows = found
    .map((row) => ({ ...row, name: nameOf.get(row.accountId) ?? '' }))
    .sort(
      (a, b) =>
        a.month.from - b.month.from ||
        a.name.localeCompare(b.name, 'en') ||
        (a.accountId < b.accountId ? -1 : 1),
    );
  return { rows: rows.slice((page - 1) * pageSize, page * pageSize), total: rows.length };
}
