import { minorUnitFactors } from '@/lib/accounts/minor-unit-factors';
import { feedbackWhere } from '@/lib/annotations/feedback-where';
import type { Days } from '@/lib/annotations/period';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { healthTable } from '@/lib/health/find-health';
import { accountRiskTables, factorOf, noRiskReason } from '@/lib/impact/account-risk-sql';
import { hasChurned } from '@/lib/impact/account-where';
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
  /** Of leaving within the horizon of health, 0..1; null where it is withheld or not known. */
  churnChance: number | null;
  ownerId: string | null;
  lastFeedbackAt: Date | null;
  lastSentiment: 'negative' | 'neutral' | 'positive' | null;
  /** Statements in the period asked for with a problem that has a theme, as themes, issues and ARR at risk count. */
  problems: number;
  /** The latest answer to "would you recommend", 0..10, and its day. */
  npsScore: number | null;
  npsAt: Date | null;
}

export interface AccountContext {
  currency: string;
  rates: CurrencyRates;
  /** On which day an account is active or has churned. */
  today: Date;
  /** The days over which problems are counted, both included; null where there is no feedback. */
  problemDays: Days | null;
}

/**
 * What a list shows of accounts, in the order of their ids.
 * @param isLinkedOnly ARR at risk is of themes associated with churn alone
 */
export async function describeAccounts(
  scope: Scope,
  ids: readonly string[],
  { currency, rates, today, problemDays }: AccountContext,
  isLinkedOnly = false,
): Promise<AccountRow[]> {
  const { workspaceId } = scope;
  const chosen = Prisma.sql`SELECT unnest(${ids}::uuid[])`;
  const factors = minorUnitFactors(currency, rates);
  const factor = factorOf(factors, Prisma.sql`c.currency`);
  const rows = await scope.run(
    (db) => db.$queryRaw<AccountRow[]>`
      WITH ${accountRiskTables(workspaceId, factors, chosen, isLinkedOnly)}, ${healthTable(workspaceId)}
      SELECT c.id, c.name, c.domain, c.plan, c.segment, c.currency::text,
        c.arr_cents::float8 AS "arrCents", floor(c.arr_cents * ${factor} + 0.5) AS "convertedArrCents",
        c.renewal_at AS "renewalAt", c.churned_at AS "churnedAt", ${hasChurned(today)} AS "hasChurned",
        reason.word AS "noRiskReason",
        CASE WHEN reason.word IS NULL THEN coalesce(risk.cents, 0) END AS "atRiskCents",
        CASE WHEN NOT ${hasChurned(today)} THEN health.chance END AS "churnChance", c.owner_id::text AS "ownerId",
        coalesce(themes.list, '[]') AS themes,
        latest.occurred_at AS "lastFeedbackAt", latest.sentiment_label::text AS "lastSentiment",
        problem.n AS problems, nps.score AS "npsScore", nps.answered_at AS "npsAt"
      FROM accounts c
        LEFT JOIN risk ON risk.account_id = c.id
        LEFT JOIN health ON health.account_id = c.id
        CROSS JOIN LATERAL (SELECT ${noRiskReason(today, factor)} AS word) reason
        LEFT JOIN (
          SELECT share.account_id, jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name,
            'lostShare', share.lost_share) ORDER BY share.lost_share DESC, t.id) AS list
          FROM share JOIN themes t ON t.workspace_id = ${workspaceId}::uuid AND t.id = share.theme_id
          WHERE share.lost_share > 0 AND share.account_id IN (${chosen})
          GROUP BY 1) themes ON themes.account_id = c.id AND reason.word IS NULL
        LEFT JOIN LATERAL (
          SELECT f.occurred_at, f.sentiment_label FROM feedback f
          WHERE f.workspace_id = ${workspaceId}::uuid AND f.account_id = c.id
          ORDER BY f.occurred_at DESC, f.id DESC LIMIT 1) latest ON true
        CROSS JOIN LATERAL (
          SELECT count(*)::int AS n FROM feedback f
          WHERE ${feedbackWhere(workspaceId, { problem: '1', ...problemDays })}
            AND f.account_id = c.id AND ${problemDays !== null}) problem
        LEFT JOIN LATERAL (
          SELECT a.score, a.answered_at FROM responses r
            JOIN answers a ON a.workspace_id = r.workspace_id AND a.response_id = r.id
          WHERE r.workspace_id = ${workspaceId}::uuid AND r.account_id = c.id AND a.metric = 'nps'
            AND a.score IS NOT NULL
          ORDER BY a.answered_at DESC, a.id DESC LIMIT 1) nps ON true
      WHERE c.workspace_id = ${workspaceId}::uuid AND c.id IN (${chosen})
      ORDER BY array_position(${ids}::uuid[], c.id)`,
  );
  return rows;
}
