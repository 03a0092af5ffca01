import { newId } from '@/lib/core/ids';
import { minorUnitDigits } from '@/lib/core/money';
import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { detailsOf, totalsOf } from '@/lib/impact/impact-details';
import {
  type CurrencyRates,
  loadWorkspaceRecords,
  type WorkspaceRecords,
} from '@/lib/impact/load-ranking-input';
import { type EpochDay, toEpochDay } from '@/lib/impact/months';
import { compareOtherOutcomes, type OutcomeComparison } from '@/lib/impact/other-outcomes';
import { DEFAULT_PANEL_OPTIONS, type PanelOptions, preparePanel } from '@/lib/impact/panel';
import { PRIORITY_PRESETS, type PriorityWeights } from '@/lib/impact/priority';
import { computeRanking, type Ranking } from '@/lib/impact/rank';
import { refreshUnitMentions } from '@/lib/impact/refresh-unit-mentions';
import type { ImpactParameters } from '@/lib/impact/schema';
import {
  computePartImpacts,
  computeScoreImpacts,
  type PartImpact,
  type ScoreImpact,
} from '@/lib/impact/score-impacts';
import { DEFAULT_KEPT_PERCENT } from '@/lib/impact/strata';
import type { DrivenMetric } from '@/lib/stats/answer-value';

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
    panel?: PanelOptions & { strataField?: string };
  },
): Promise<string[]> {
  await scope.run((db) => refreshUnitMentions(db, scope.workspaceId));
  const records = await loadWorkspaceRecords(scope, {
    ...{ today: toEpochDay(now), currency, rates },
    strataField: panel.strataField,
  });
  if (!records) {
    // What was computed before speaks of feedback or themes that are gone.
    await scope.run((db) => db.impactRun.deleteMany({ where: { workspaceId: scope.workspaceId } }));
    return [];
  }
  const themeIds = records.themeIds.filter((themeId) => records.mentionCounts.has(themeId));
  const panelUnder = preparePanel(records);
  const ranking = computeRanking({
    ...records,
    panelUnder,
    themeIds,
    weights,
    panel,
    minorUnitsPerMajor: 10 ** minorUnitDigits(currency),
  });
  const scores = {
    nps: await computeScoreImpacts(scope, themeIds, 'nps'),
    csat: await computeScoreImpacts(scope, themeIds, 'csat'),
  };
  const parts = await computePartImpacts(scope);
  const outcomes = compareOtherOutcomes(records, themeIds, panel, panelUnder);
  await store(scope, records, ranking, {
    ...{ scores, parts, outcomes, weights },
    comparison: {
      strataField: panel.strataField ?? '',
      keptPercent: panel.keptPercent ?? DEFAULT_KEPT_PERCENT,
    },
  });
  return themeIds;
}

async function store(
  scope: Scope,
  records: WorkspaceRecords,
  ranking: Ranking,
  {
    scores,
    parts,
    outcomes,
    weights,
    comparison,
  }: {
    scores: Record<DrivenMetric, Map<string, ScoreImpact>>;
    parts: Map<string, PartImpact[]>;
    outcomes: Map<string, OutcomeComparison[]>;
    weights: PriorityWeights;
    comparison: Pick<ImpactParameters, 'strataField' | 'keptPercent'>;
  },
): Promise<void> {
  const { workspaceId } = scope;
  const runId = newId();
  const totals = totalsOf(records, ranking);
  await scope.run(async (db) => {
    await db.impactRun.create({
      data: {
        workspaceId,
        id: runId,
        asOf: toDate(records.asOfDay - 1),
        parameters: {
          windowDays: ranking.associations.index.panel.windowDays,
          lagDays: ranking.associations.index.panel.lagDays,
          ...comparison,
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
        mentions: records.mentionCounts.get(row.themeId)?.mentions ?? 0,
        accounts: records.mentionCounts.get(row.themeId)?.accounts ?? 0,
        frequency: row.values.frequency,
        churn: row.values.churn,
        impact: row.values.impact,
        details: detailsOf(
          row,
          records.mentionCounts.get(row.themeId)?.withoutAccount ?? 0,
          { nps: scores.nps.get(row.themeId) ?? null, csat: scores.csat.get(row.themeId) ?? null },
          parts.get(row.themeId) ?? [],
          outcomes.get(row.themeId) ?? [],
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

function toDate(day: EpochDay): Date {
  return new Date(day * MS_PER_DAY);
}
