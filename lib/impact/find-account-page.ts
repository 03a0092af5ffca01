import type { AccountFilter, AccountListQuery, AccountSort } from '@/lib/accounts/account-list-query';
import { minorUnitFactors } from '@/lib/accounts/minor-unit-factors';
import { feedbackWhere } from '@/lib/annotations/feedback-where';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { accountRiskTables, factorOf } from '@/lib/impact/account-risk-sql';
import { accountWhere, hasChurned } from '@/lib/impact/account-where';
import type { CurrencyRates } from '@/lib/impact/load-ranking-input';

/** Why an account's ARR at risk is not known. */
export type NoRiskReason = 'not-computed' | 'churned' | 'no-arr' | 'no-rate' | 'no-base-rate';

export interface AccountRow {
  id: string;
  name: string;
  domain: string | null;
  plan: string | null;
  segment: string | null;
  /** In minor units of `currency`, and in those of the workspace's where there is a rate. */
  arrCents: number | null;
  currency: string | null;
  convertedArrCents: number | null;
  renewalAt: Date | null;
  churnedAt: Date | null;
  hasChurned: boolean;
  /** Over 12 months, in minor units of the workspace's currency; 0 where no theme is associated with more churn. */
  atRiskCents: number | null;
  noRiskReason: NoRiskReason | null;
  /** The themes that make it up, by the share of ARR (0..1) that each puts at risk, the largest first. */
  themes: { id: string; name: string; lostShare: number }[];
  lastFeedbackAt: Date | null;
  lastSentiment: 'negative' | 'neutral' | 'positive' | null;
  /** Statements of kind "problem" in the period asked for. */
  problems: number;
  /** The latest answer to "would you recommend", 0..10, and its day. */
  npsScore: number | null;
  npsAt: Date | null;
}

export interface AccountPage {
  rows: AccountRow[];
  /** Accounts that fit the filter. */
  total: number;
  pages: number;
}

export interface AccountPageContext {
  currency: string;
  rates: CurrencyRates;
  /** On which day an account is active or has churned. */
  today: Date;
  /** The days over which problems are counted, both included; null where there is no feedback. */
  problemDays: { from: string; to: string } | null;
}

export const ACCOUNTS_PER_PAGE = 50;

/**
 * One page of accounts. Every order is total (the id breaks ties, unknown values come last), so pages neither overlap
 * nor leave anyone out. What a row shows beside the order is looked up for the page's rows alone.
 */
export async function findAccountPage(
  scope: Scope,
  { filter, sort, order, page }: AccountListQuery,
  context: AccountPageContext,
  pageSize = ACCOUNTS_PER_PAGE,
): Promise<AccountPage> {
  const { workspaceId } = scope;
  const factors = minorUnitFactors(context.currency, context.rates);
  const factor = factorOf(factors, Prisma.sql`c.currency`);
  const direction = order === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return scope.run(async (db, inner) => {
    const total = await countAccounts(inner, filter, context.today);
    const rows = await db.$queryRaw<AccountRow[]>`
      WITH ${accountRiskTables(workspaceId, factors)},
      rated AS (
        SELECT c.*, ${factor} AS factor, ${hasChurned(context.today)} AS has_churned,
          ${noRiskReason(context.today, factor)} AS no_risk_reason, risk.cents AS risk_cents
        FROM accounts c
          LEFT JOIN risk ON risk.account_id = c.id
        WHERE ${accountWhere(workspaceId, filter, context.today)}),
      listed AS (
        SELECT c.*, ${SORT_KEYS[sort]} AS sort_key FROM rated c
        ORDER BY sort_key ${direction} NULLS LAST, c.id
        LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize})
      SELECT c.id, c.name, c.domain, c.plan, c.segment, c.currency,
        c.arr_cents::float8 AS "arrCents", floor(c.arr_cents * c.factor + 0.5) AS "convertedArrCents",
        c.renewal_at AS "renewalAt", c.churned_at AS "churnedAt", c.has_churned AS "hasChurned",
        c.no_risk_reason AS "noRiskReason", ${AT_RISK} AS "atRiskCents",
        coalesce(themes.list, '[]') AS themes,
        latest.occurred_at AS "lastFeedbackAt", latest.sentiment_label::text AS "lastSentiment",
        coalesce(problem.n, 0)::int AS problems, nps.score AS "npsScore", nps.answered_at AS "npsAt"
      FROM listed c
        LEFT JOIN LATERAL (
          SELECT jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'lostShare', share.lost_share)
            ORDER BY share.lost_share DESC, t.id) AS list
          FROM share JOIN themes t ON t.workspace_id = ${workspaceId}::uuid AND t.id = share.theme_id
          WHERE share.account_id = c.id AND share.lost_share > 0 AND c.no_risk_reason IS NULL) themes ON true
        LEFT JOIN LATERAL (
          SELECT f.occurred_at, f.sentiment_label FROM feedback f
          WHERE f.workspace_id = ${workspaceId}::uuid AND f.account_id = c.id
          ORDER BY f.occurred_at DESC, f.id DESC LIMIT 1) latest ON true
        LEFT JOIN LATERAL (
          SELECT count(*) AS n FROM feedback f
          WHERE ${feedbackWhere(workspaceId, { kind: 'problem', ...context.problemDays })}
            AND f.account_id = c.id AND ${context.problemDays !== null}) problem ON true
        LEFT JOIN LATERAL (
          SELECT a.score, a.answered_at FROM responses r
            JOIN answers a ON a.workspace_id = r.workspace_id AND a.response_id = r.id
          WHERE r.workspace_id = ${workspaceId}::uuid AND r.account_id = c.id AND a.metric = 'nps'
            AND a.score IS NOT NULL
          ORDER BY a.answered_at DESC, a.id DESC LIMIT 1) nps ON true
      ORDER BY c.sort_key ${direction} NULLS LAST, c.id`;
    return { rows, total, pages: Math.max(1, Math.ceil(total / pageSize)) };
  });
}

/** Of the rows of `rated`, under the alias `c`. */
const AT_RISK = Prisma.sql`CASE WHEN c.no_risk_reason IS NULL THEN coalesce(c.risk_cents, 0) END`;

const SORT_KEYS: Record<AccountSort, Prisma.Sql> = {
  risk: AT_RISK,
  arr: Prisma.sql`c.arr_cents * c.factor`,
  name: Prisma.sql`lower(c.name)`,
  renewal: Prisma.sql`c.renewal_at`,
  feedback: Prisma.sql`(
    SELECT max(f.occurred_at) FROM feedback f WHERE f.workspace_id = c.workspace_id AND f.account_id = c.id)`,
};

/** An account that no theme is exposed to has nothing at risk, if its ARR is known at all. */
function noRiskReason(today: Date, factor: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE
    WHEN NOT EXISTS (SELECT 1 FROM run) THEN 'not-computed'
    WHEN ${hasChurned(today)} THEN 'churned'
    WHEN c.arr_cents IS NULL THEN 'no-arr'
    WHEN ${factor} IS NULL THEN 'no-rate'
    WHEN risk.account_id IS NOT NULL AND risk.cents IS NULL THEN 'no-base-rate'
  END`;
}

/** How many accounts a filter has: the number that a screen shows and the list opens. */
export async function countAccounts(scope: Scope, filter: AccountFilter, today: Date): Promise<number> {
  const { workspaceId } = scope;
  const [row] = await scope.run(
    (db) => db.$queryRaw<{ n: number }[]>`
      WITH ${accountRiskTables(workspaceId, {})}
      SELECT count(*)::int AS n FROM accounts c WHERE ${accountWhere(workspaceId, filter, today)}`,
  );
  return row?.n ?? 0;
}
