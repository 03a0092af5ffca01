import { spanIsProblem } from '@/lib/annotations/problem-mention';
import { newId } from '@/lib/core/ids';
import { minorUnitDigits } from '@/lib/core/money';
import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import {
  type CurrencyRates,
  loadWorkspaceRecords,
  type WorkspaceRecords,
} from '@/lib/impact/load-ranking-input';
import { type EpochDay, toEpochDay } from '@/lib/impact/months';
import { DEFAULT_PANEL_OPTIONS, type PanelOptions } from '@/lib/impact/panel';
import { PRIORITY_PRESETS, type PriorityWeights } from '@/lib/impact/priority';
import { computeRanking, type RankedTheme, type Ranking } from '@/lib/impact/rank';
import type { ImpactDetails, ImpactTotals } from '@/lib/impact/schema';
import { computeScoreImpacts, type ScoreImpact } from '@/lib/impact/score-impacts';

/** Runs kept for comparison; older ones are removed. */
const KEPT_RUNS = 20;
const MS_PER_DAY = 86_400_000;

/**
 * Computes every theme's impact anew and keeps it as the newest run. Weights of the priority decide only how certain a
 * rank is said to be; scores are weighted when they are read.
 * @returns the ids of the themes ranked, none while there is nothing to rank.
 */
export async function computeImpact(
  scope: Scope,
  {
    now,
    currency,
    rates,
    weights = PRIORITY_PRESETS.balanced,
    panel = DEFAULT_PANEL_OPTIONS,
  }: {
    now: Date;
    currency: string;
    rates: CurrencyRates;
    weights?: PriorityWeights;
    panel?: PanelOptions;
  },
): Promise<string[]> {
  const records = await loadWorkspaceRecords(scope, { today: toEpochDay(now), currency, rates });
  if (!records) return [];
  const mentions = await countMentions(scope, records.asOfDay);
  const themeIds = records.themeIds.filter((themeId) => mentions.has(themeId));
  const ranking = computeRanking({
    ...records,
    themeIds,
    weights,
    panel,
    minorUnitsPerMajor: 10 ** minorUnitDigits(currency),
  });
  const scores = await computeScoreImpacts(scope, themeIds);
  await store(scope, records, ranking, { mentions, scores, weights });
  return themeIds;
}

/** Statements with a problem mention, the accounts they came from, and those that came from none. */
interface MentionCounts {
  mentions: number;
  accounts: number;
  withoutAccount: number;
}

async function countMentions(scope: Scope, asOfDay: EpochDay): Promise<Map<string, MentionCounts>> {
  const rows = await scope.run(
    (db) => db.$queryRaw<({ themeId: string } & MentionCounts)[]>`
      SELECT coalesce(t.merged_into_id, t.id)::text AS "themeId", count(DISTINCT f.id)::int AS mentions,
        count(DISTINCT f.account_id)::int AS accounts,
        (count(DISTINCT f.id) FILTER (WHERE f.account_id IS NULL))::int AS "withoutAccount"
      FROM theme_assignments a
        JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
        JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
        JOIN feedback f ON f.workspace_id = a.workspace_id AND f.id = a.feedback_id
      WHERE a.workspace_id = ${scope.workspaceId}::uuid AND ${spanIsProblem}
        AND f.occurred_at < ${toDate(asOfDay)}
      GROUP BY 1`,
  );
  return new Map(rows.map(({ themeId, ...counts }) => [themeId, counts]));
}

async function store(
  scope: Scope,
  records: WorkspaceRecords,
  ranking: Ranking,
  {
    mentions,
    scores,
    weights,
  }: {
    mentions: Map<string, MentionCounts>;
    scores: Map<string, ScoreImpact>;
    weights: PriorityWeights;
  },
): Promise<void> {
  const { workspaceId } = scope;
  const runId = newId();
  const totals: ImpactTotals = {
    hasChurn: ranking.hasChurn,
    accounts: records.accounts.length,
    panelAccounts: ranking.associations.accounts,
    churnedAccounts: ranking.associations.churnedAccounts,
    portfolioAtRiskCents: ranking.portfolioAtRiskCents,
    accountsWithArr: ranking.accountsWithArr,
    currency: records.currency,
    accountsWithoutRate: records.accountsWithoutRate,
  };
  await scope.run(async (db) => {
    await db.impactRun.create({
      data: {
        workspaceId,
        id: runId,
        asOf: toDate(records.asOfDay - 1),
        parameters: {
          windowDays: ranking.associations.index.panel.windowDays,
          lagDays: ranking.associations.index.panel.lagDays,
          coverage: { ...records.coverage },
          weights: { ...weights },
        },
        totals: { ...totals },
      },
    });
    await db.themeImpact.createMany({
      data: ranking.rows.map((row) => ({
        workspaceId,
        id: newId(),
        runId,
        themeId: row.themeId,
        mentions: mentions.get(row.themeId)?.mentions ?? 0,
        accounts: mentions.get(row.themeId)?.accounts ?? 0,
        frequency: row.values.frequency,
        churn: row.values.churn,
        impact: row.values.impact,
        details: describe(
          row,
          mentions.get(row.themeId)?.withoutAccount ?? 0,
          scores.get(row.themeId) ?? null,
        ) as unknown as Prisma.InputJsonObject,
      })),
    });
    const old = await db.impactRun.findMany({
      where: { workspaceId },
      orderBy: [{ computedAt: 'desc' }, { id: 'desc' }],
      skip: KEPT_RUNS,
      select: { id: true },
    });
    await db.impactRun.deleteMany({ where: { workspaceId, id: { in: old.map((run) => run.id) } } });
  });
}

function describe(
  row: RankedTheme,
  mentionsWithoutAccount: number,
  score: ScoreImpact | null,
): ImpactDetails {
  const { themeId, ...revenue } = row.revenue;
  return {
    units: row.units,
    mentionsWithoutAccount,
    exposedStrategicArrCents: row.exposedStrategicArrCents,
    churn: { ...row.churn, sensitivity: [...row.churn.sensitivity] },
    revenue: { ...revenue, accounts: [...revenue.accounts] },
    stability: row.stability,
    score,
  };
}

function toDate(day: EpochDay): Date {
  return new Date(day * MS_PER_DAY);
}
