import { z } from 'zod';
import { minorUnitFactors } from '@/lib/accounts/minor-unit-factors';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { accountRiskTables, factorOf, noRiskReason } from '@/lib/impact/account-risk-sql';
import type { NoRiskReason } from '@/lib/impact/describe-accounts';
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
  /** In minor units of the workspace's currency; null with the reason, 0 where no problem puts any at risk. */
  atRiskCents: number | null;
  noRiskReason: NoRiskReason | null;
  /** The largest share first. */
  themes: AccountRiskTheme[];
}

type RiskRow = Pick<AccountRisk, 'asOf' | 'noRiskReason'> & { cents: number | null; themes: unknown };

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
  { currency, rates, today }: { currency: string; rates: CurrencyRates; today: Date },
): Promise<AccountRisk | null> {
  const { workspaceId } = scope;
  const factors = minorUnitFactors(currency, rates);
  const tables = accountRiskTables(workspaceId, factors, Prisma.sql`SELECT ${accountId}::uuid`);
  const [row] = await scope.run(
    (db) => db.$queryRaw<RiskRow[]>`
      WITH ${tables}
      SELECT run.as_of AS "asOf", reason.word AS "noRiskReason",
        CASE WHEN reason.word IS NULL THEN coalesce(risk.cents, 0) END AS cents,
        coalesce((
          SELECT jsonb_agg(jsonb_build_object('themeId', t.id, 'name', t.name, 'lostShare', share.lost_share,
            'churn', i.details -> 'churn') ORDER BY share.lost_share DESC NULLS LAST, t.id)
          FROM share
            JOIN themes t ON t.workspace_id = ${workspaceId}::uuid AND t.id = share.theme_id
            JOIN theme_impacts i ON i.workspace_id = t.workspace_id AND i.run_id = run.id AND i.theme_id = t.id
          WHERE share.account_id = ${accountId}::uuid), '[]') AS themes
      FROM run
        JOIN accounts c ON c.workspace_id = ${workspaceId}::uuid AND c.id = ${accountId}::uuid
        LEFT JOIN risk ON risk.account_id = c.id
        CROSS JOIN LATERAL (SELECT ${noRiskReason(today, factorOf(factors, Prisma.sql`c.currency`))} AS word) reason`,
  );
  const themes = rowsSchema.safeParse(row?.themes);
  if (!row || !themes.success) return null;
  return {
    asOf: row.asOf,
    atRiskCents: row.cents,
    noRiskReason: row.noRiskReason,
    themes: themes.data,
  };
}
