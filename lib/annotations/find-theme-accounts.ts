import { minorUnitFactors } from '@/lib/accounts/minor-unit-factors';
import { feedbackWhere } from '@/lib/annotations/feedback-where';
import type { Days } from '@/lib/annotations/period';
import type { Scope } from '@/lib/db/scope';

export interface ThemeAccount {
  id: string;
  name: string;
  /** In minor units of the workspace's currency; null where it is unknown or in a currency without a rate. */
  arrCents: number | null;
  hasChurned: boolean;
  /** Comments that mention the theme. */
  mentions: number;
}

/**
 * The accounts that mention a theme or a sub-theme of it, by revenue, the largest first.
 * @param rates units of `currency` that one unit of another is worth
 */
export async function findThemeAccounts(
  scope: Scope,
  themeId: string,
  { from, to }: Days,
  { currency, rates, limit }: { currency: string; rates: Readonly<Record<string, number>>; limit: number },
): Promise<{ total: number; accounts: ThemeAccount[] }> {
  const factors = JSON.stringify(minorUnitFactors(currency, rates));
  const rows = await scope.run(
    (db) => db.$queryRaw<(ThemeAccount & { total: number })[]>`
      SELECT c.id, c.name, round(c.arr_cents * (${factors}::jsonb ->> c.currency::text)::float)::float AS "arrCents",
        c.churned_at IS NOT NULL AS "hasChurned", m.mentions, count(*) OVER ()::int AS total
      FROM accounts c
        JOIN (
          SELECT f.account_id, count(*)::int AS mentions FROM feedback f
          WHERE ${feedbackWhere(scope.workspaceId, { branch: themeId, from, to })} AND f.account_id IS NOT NULL
          GROUP BY 1) m ON m.account_id = c.id
      WHERE c.workspace_id = ${scope.workspaceId}::uuid
      ORDER BY 3 DESC NULLS LAST, m.mentions DESC, c.id
      LIMIT ${limit}`,
  );
  return { total: rows[0]?.total ?? 0, accounts: rows.map(({ total, ...account }) => account) };
}
