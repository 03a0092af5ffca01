import { z } from 'zod';
import { minorUnitFactors } from '@/lib/accounts/minor-unit-factors';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { accountRiskTables } from '@/lib/impact/account-risk-sql';
import type { CurrencyRates } from '@/lib/impact/load-ranking-input';
import { type ImpactDetails, impactDetailsSchema } from '@/lib/impact/schema';

/** A theme that an account had a problem with in the latest window, and what goes with it. */
export interface AccountRiskTheme {
  themeId: string;
  name: string;
  /** Share (0..1) of the account's ARR; below 0 where the theme goes with less churn; null where unknown. */
  lostShare: number | null;
  churn: ImpactDetails['churn'];
}

export interface AccountRisk {
  /** The last day the run counts. */
  asOf: Date;
  /** In minor units of the workspace's currency; null where the ARR or every share is unknown, 0 where nothing is. */
  atRiskCents: number | null;
  /** The largest share first. */
  themes: AccountRiskTheme[];
}

const rowsSchema = z.array(
  z.object({
    themeId: z.string(),
    name: z.string(),
    lostShare: z.number().nullable(),
    churn: impactDetailsSchema.shape.churn,
  }),
);

/** Why one account's revenue is at risk, as the newest impact run has it; null before the first that this version can read. */
export async function findAccountRisk(
  scope: Scope,
  accountId: string,
  { currency, rates }: { currency: string; rates: CurrencyRates },
): Promise<AccountRisk | null> {
  const { workspaceId } = scope;
  const factors = minorUnitFactors(currency, rates);
  const tables = accountRiskTables(workspaceId, factors, Prisma.sql`SELECT ${accountId}::uuid`);
  const [row] = await scope.run(
    (db) => db.$queryRaw<{ asOf: Date; isExposed: boolean; cents: number | null; themes: unknown }[]>`
      WITH ${tables}
      SELECT run.as_of AS "asOf", risk.account_id IS NOT NULL AS "isExposed", risk.cents,
        coalesce((
          SELECT jsonb_agg(jsonb_build_object('themeId', t.id, 'name', t.name, 'lostShare', share.lost_share,
            'churn', i.details -> 'churn') ORDER BY share.lost_share DESC NULLS LAST, t.id)
          FROM share
            JOIN themes t ON t.workspace_id = ${workspaceId}::uuid AND t.id = share.theme_id
            JOIN theme_impacts i ON i.workspace_id = t.workspace_id AND i.run_id = run.id AND i.theme_id = t.id
          WHERE share.account_id = ${accountId}::uuid), '[]') AS themes
      FROM run LEFT JOIN risk ON risk.account_id = ${accountId}::uuid`,
  );
  const themes = rowsSchema.safeParse(row?.themes);
  if (!row || !themes.success) return null;
  return {
    asOf: row.asOf,
    atRiskCents: row.isExposed ? row.cents : 0,
    themes: themes.data,
  };
}
