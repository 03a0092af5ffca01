import type { MinorUnitFactors } from '@/lib/accounts/minor-unit-factors';
import { Prisma } from '@/lib/db/client';

/**
 * Tables for a WITH clause: `run` is the newest impact run (one row, or none); `share`, what it says of each theme and
 * exposed account; `risk`, the ARR at risk of each exposed account in minor units of the workspace's currency.
 *
 * As `computePortfolioAtRisk` has it: the share lost over several themes is 1 - product of (1 - share), each floored at
 * 0, unknown ones counting 0. Null where all are unknown, or where the ARR was on the run's day.
 */
export function accountRiskTables(workspaceId: string, factors: MinorUnitFactors): Prisma.Sql {
  return Prisma.sql`
    run AS (
      SELECT id, as_of FROM impact_runs WHERE workspace_id = ${workspaceId}::uuid
      ORDER BY computed_at DESC, id DESC LIMIT 1),
    share AS MATERIALIZED (
      SELECT i.theme_id, x."accountId" AS account_id, x."lostShare" AS lost_share
      FROM theme_impacts i
        JOIN run ON run.id = i.run_id
        CROSS JOIN LATERAL jsonb_to_recordset(i.details #> '{revenue,accounts}') AS x("accountId" uuid, "lostShare" float8)
      WHERE i.workspace_id = ${workspaceId}::uuid),
    risk AS (
      SELECT kept.account_id, arr.cents * (1 - kept.share) AS cents
      FROM (
        SELECT account_id,
          CASE
            WHEN count(lost_share) = 0 THEN NULL
            WHEN max(lost_share) >= 1 THEN 0
            ELSE exp(sum(ln(1 - greatest(0, least(coalesce(lost_share, 0), 1 - 1e-12)))))
          END AS share
        FROM share GROUP BY account_id) kept
        CROSS JOIN run
        LEFT JOIN LATERAL (
          SELECT floor(h.arr_cents * ${factorOf(factors, Prisma.sql`h.currency`)} + 0.5) AS cents
          FROM account_arr h
          WHERE h.workspace_id = ${workspaceId}::uuid AND h.account_id = kept.account_id
            AND h.valid_from <= run.as_of + 1 AND ${factorOf(factors, Prisma.sql`h.currency`)} IS NOT NULL
          ORDER BY h.valid_from DESC LIMIT 1) arr ON true)`;
}

/** What a minor unit of a currency column is worth, null without a rate. */
export function factorOf(factors: MinorUnitFactors, currency: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${JSON.stringify(factors)}::jsonb ->> ${currency}::text)::float8`;
}
