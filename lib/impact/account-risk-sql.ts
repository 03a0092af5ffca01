import type { MinorUnitFactors } from '@/lib/accounts/minor-unit-factors';
import { Prisma } from '@/lib/db/client';
import { arrLineOn, hasChurned } from '@/lib/impact/account-where';
import { MAX_LINKED_Q_VALUE } from '@/lib/impact/churn-link';

/**
 * Tables for a WITH clause: `run` is the newest impact run (one row, or none); `share`, what it says of each theme and
 * exposed account; `risk`, the ARR at risk of each exposed account in minor units of the workspace's currency.
 *
 * As `computePortfolioAtRisk` has it: the share lost over several themes is 1 - product of (1 - share), each floored at
 * 0, unknown ones counting 0. Null where all are unknown, or where the ARR was on the run's day: a line in a currency without a
 * rate ends the one before it. Of an ARR that has fallen since only what is left counts: the rest cannot be lost again.
 * @param among a query of the accounts that `risk` is wanted for; all of them where there is none
 * @param isLinkedOnly only themes that `isChurnLinked` calls associated with churn
 */
export function accountRiskTables(
  workspaceId: string,
  factors: MinorUnitFactors,
  among: Prisma.Sql | null = null,
  isLinkedOnly = false,
): Prisma.Sql {
  const chosen = among ? Prisma.sql`WHERE account_id IN (${among})` : Prisma.empty;
  return Prisma.sql`
    run AS (
      SELECT id, as_of FROM impact_runs WHERE workspace_id = ${workspaceId}::uuid
      ORDER BY computed_at DESC, id DESC LIMIT 1),
    share AS MATERIALIZED (
      SELECT i.theme_id, x."accountId" AS account_id, x."lostShare" AS lost_share
      FROM theme_impacts i
        JOIN run ON run.id = i.run_id
        CROSS JOIN LATERAL jsonb_to_recordset(i.details #> '{revenue,accounts}') AS x("accountId" uuid, "lostShare" float8)
      WHERE i.workspace_id = ${workspaceId}::uuid AND ${isLinkedOnly ? isLinked : Prisma.sql`true`}),
    risk AS (
      SELECT kept.account_id, coalesce(arr.is_there AND arr.cents IS NULL, false) AS lacks_rate,
        CASE WHEN arr.cents IS NOT NULL
          THEN least(arr.cents, floor(c.arr_cents * ${factorOf(factors, Prisma.sql`c.currency`)} + 0.5)) END
          * (1 - kept.share) AS cents
      FROM (
        SELECT account_id,
          CASE
            WHEN count(lost_share) = 0 THEN NULL
            WHEN max(lost_share) >= 1 THEN 0
            ELSE exp(sum(ln(1 - greatest(0, least(coalesce(lost_share, 0), 1 - 1e-12)))))
          END AS share
        FROM share ${chosen} GROUP BY account_id) kept
        CROSS JOIN run
        JOIN accounts c ON c.workspace_id = ${workspaceId}::uuid AND c.id = kept.account_id
        LEFT JOIN LATERAL (
          SELECT true AS is_there, floor(h.arr_cents * ${factorOf(factors, Prisma.sql`h.currency`)} + 0.5) AS cents
          FROM ${arrLineOn(Prisma.sql`run.as_of + 1`)}) arr ON true)`;
}

/** As `isChurnLinked` has it, of a theme's row `i`. */
const isLinked = Prisma.sql`(i.details #>> '{churn,estimate,qValue}')::float8 < ${MAX_LINKED_Q_VALUE}
  AND (i.details #>> '{churn,estimate,interval,low}')::float8 > 1`;

/**
 * Why the account `c` has no ARR at risk, null where it has, beside its row of `risk`. One that no theme is exposed to has
 * nothing at risk, if its ARR is known at all.
 * @param factor of its currency
 */
export function noRiskReason(today: Date, factor: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE
    WHEN NOT EXISTS (SELECT 1 FROM run) THEN 'not-computed'
    WHEN ${hasChurned(today)} THEN 'churned'
    WHEN c.arr_cents IS NULL THEN 'no-arr'
    WHEN ${factor} IS NULL OR risk.lacks_rate THEN 'no-rate'
    WHEN risk.account_id IS NOT NULL AND risk.cents IS NULL THEN 'no-base-rate'
  END`;
}

/** What a minor unit of a currency column is worth, null without a rate. */
export function factorOf(factors: MinorUnitFactors, currency: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${JSON.stringify(factors)}::jsonb ->> ${currency}::text)::float8`;
}
