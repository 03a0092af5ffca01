import type { Db } from '@/lib/db/client';

/** ARR from a day on, in minor units of its own currency. */
export interface AccountArrLine {
  validFrom: Date;
  arrCents: number;
  currency: string;
}

/**
 * The ARR histories of all accounts, ascending by day, by account. Asked for by itself: beside many thousands of accounts the
 * client would name every one of them, and there is a limit to that.
 */
export async function findArrLines(db: Db, workspaceId: string): Promise<Map<string, AccountArrLine[]>> {
  const rows = await db.$queryRaw<(AccountArrLine & { accountId: string })[]>`
    SELECT account_id::text AS "accountId", valid_from AS "validFrom", arr_cents::float8 AS "arrCents",
      currency::text AS currency
    FROM account_arr WHERE workspace_id = ${workspaceId}::uuid ORDER BY account_id, valid_from`;
  const lines = new Map<string, AccountArrLine[]>();
  for (const { accountId, ...line } of rows) {
    const own = lines.get(accountId);
    if (own) own.push(line);
    else lines.set(accountId, [line]);
  }
  return lines;
}
