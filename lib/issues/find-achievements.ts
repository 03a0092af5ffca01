import type { Scope } from '@/lib/db/scope';
import { type BaseRates, makeBaseRates } from '@/lib/impact/base-rates';
import { isChurnLinked } from '@/lib/impact/churn-link';
import { loadWorkspaceRecords, type WorkspaceRecords } from '@/lib/impact/load-ranking-input';
import { toEpochDay } from '@/lib/impact/months';
import { type PanelOptions, preparePanel } from '@/lib/impact/panel';
import { findNewestImpact } from '@/lib/impact/queries';
import type { ImpactDetails } from '@/lib/impact/schema';
import { indexStrata } from '@/lib/impact/strata';
import { addGains, computeMoneyGain, type Gain, type MoneyGain } from '@/lib/issues/achievements';
import { drawPointsGain, type PointsGain } from '@/lib/issues/find-points-gain';
import { computeFixEffect, type FixEffectResult } from '@/lib/issues/fix-effect';
import { issueTitle } from '@/lib/issues/issue-title';
import { getSetting } from '@/lib/settings/queries';
import { Z_95 } from '@/lib/stats/normal';

/** What one shipped issue did, without the draws that only sums need. */
export interface Achievement {
  issueId: string;
  themeId: string;
  title: string;
  shippedAt: Date;
  result: FixEffectResult;
  money: Omit<MoneyGain, 'draws'> | null;
  /** Whether the theme may be called associated with churn: where not, the money may rest on chance alone. */
  isChurnLinked: boolean;
  points: PointsGain | null;
}

export interface Achievements {
  currency: string;
  /** Days before a fix in which an account must have complained for its ARR to count. */
  windowDays: number;
  /** The latest shipped first. */
  rows: Achievement[];
  /** Shipped issues without a theme, whose complaints cannot be counted. */
  withoutTheme: number;
  /** Of so many accounts, one that complained of several fixed themes counted with each. */
  money: (Omit<Gain, 'draws'> & { fixes: number; accounts: number }) | null;
  points: (Omit<Gain, 'draws'> & { fixes: number }) | null;
}

/** What the fixes of all shipped issues did to complaints, to ARR at risk and to NPS; null while there is no feedback. */
export async function findAchievements(scope: Scope, now: Date = new Date()): Promise<Achievements | null> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const { currency } = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
    const shipped = await db.issue.findMany({
      where: { workspaceId, status: 'shipped', shippedAt: { not: null } },
      include: { theme: { select: { name: true } } },
      orderBy: [{ shippedAt: 'desc' }, { id: 'desc' }],
    });
    const rates = await getSetting(inner, 'currencyRates');
    const panel = await getSetting(inner, 'churnComparison');
    const records = await loadWorkspaceRecords(inner, { today: toEpochDay(now), currency, rates });
    if (!records) return null;
    const impact = await findNewestImpact(inner);
    const churnOf = new Map(
      impact?.rows.map(({ themeId, details: { churn } }) => [
        themeId,
        { ratio: toLogRatio(churn.shrunk), isLinked: isChurnLinked(churn) },
      ]),
    );
    const baseRates = shipped.length > 0 ? findBaseRates(records, panel) : null;
    const fixedIds = new Set(shipped.map(({ themeId }) => themeId));
    const untouchedIds = new Set(records.themeIds.filter((id) => !fixedIds.has(id)));
    const found: (Achievement & { gains: { money: Gain | null; points: Gain | null } })[] = [];
    for (const issue of shipped) {
      const { id, themeId, shippedAt } = issue;
      if (!themeId || !shippedAt || !records.themeIds.includes(themeId)) continue;
      const shippedDay = toEpochDay(shippedAt);
      const result = computeFixEffect({
        ...{ accounts: records.accounts, mentions: records.mentions, themeId, untouchedIds, shippedDay },
        feedbackFrom: records.coverage.feedbackFrom,
        feedbackUntil: records.coverage.feedbackUntil,
      });
      const { ratio: churn = null, isLinked = false } = churnOf.get(themeId) ?? {};
      const money =
        result.effect && churn && baseRates
          ? computeMoneyGain({
              ...{ accounts: records.accounts, mentions: records.mentions, themeId, shippedDay },
              ...{ windowDays: panel.windowDays, effect: result.effect, churn },
              baseRate: baseRates(themeId),
            })
          : null;
      const monthsAfter = result.effect?.months.filter(({ isAfter }) => isAfter).length ?? 0;
      const points = await drawPointsGain(inner, { themeId, shippedAt }, monthsAfter);
      found.push({
        ...{ issueId: id, themeId, title: issueTitle(issue), shippedAt, result },
        money: money && withoutDraws(money),
        isChurnLinked: isLinked,
        points: points && {
          ...{ value: points.value, interval: points.interval },
          ...{ before: points.before, after: points.after },
        },
        gains: { money, points },
      });
    }
    const total = (kind: 'money' | 'points') => {
      const gains = found.flatMap(({ gains: own }) => own[kind] ?? []);
      const sum = addGains(gains);
      return sum && { value: sum.value, interval: sum.interval, fixes: gains.length };
    };
    const money = total('money');
    const accounts = found.reduce((sum, row) => sum + (row.money?.parts.length ?? 0), 0);
    return {
      currency,
      windowDays: panel.windowDays,
      rows: found.map(({ gains: _, ...row }) => row),
      withoutTheme: shipped.length - found.length,
      money: money && { ...money, accounts },
      points: total('points'),
    };
  });
}

function withoutDraws({ draws: _, ...gain }: MoneyGain): Omit<MoneyGain, 'draws'> {
  return gain;
}

/** A kept ratio on the scale where its error is symmetric; null where its interval is unbounded. */
function toLogRatio({ riskRatio, interval: { low, high } }: ImpactDetails['churn']['shrunk']) {
  if (!low || high === null) return null;
  return { logRiskRatio: Math.log(riskRatio), standardError: Math.log(high / low) / (2 * Z_95) };
}

/** The base rates that ARR at risk goes by in the ranking; null where nobody is known to have left. */
function findBaseRates(records: WorkspaceRecords, panel: PanelOptions): BaseRates | null {
  const index = indexStrata(preparePanel(records)(panel));
  return index.churnedOfRow.some((churned) => churned > 0) ? makeBaseRates(index)(null) : null;
}
