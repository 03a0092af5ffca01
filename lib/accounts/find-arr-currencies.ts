import type { Scope } from '@/lib/db/scope';

/** The currencies that ARR of the workspace's accounts is in, now or before, by their codes, with how many accounts. */
export async function findArrCurrencies(scope: Scope): Promise<{ currency: string; accounts: number }[]> {
  return scope.run(
    (db) => db.$queryRaw<{ currency: string; accounts: number }[]>`
      SELECT currency, count(DISTINCT account_id)::int AS accounts FROM account_arr
      WHERE workspace_id = ${scope.workspaceId}::uuid
      GROUP BY currency
      ORDER BY currency`,
  );
}
