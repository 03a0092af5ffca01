import type { Scope } from '@/lib/db/scope';
import { loadWorkspaceRecords, type WorkspaceRecords } from '@/lib/impact/load-ranking-input';
import { toEpochDay } from '@/lib/impact/months';
import { findNewestImpact } from '@/lib/impact/queries';
import type { ImpactDetails } from '@/lib/impact/schema';
import { addGains, computeMoneyGain, type Gain } from '@/lib/issues/achievements';
import { drawPointsGain, type PointsGain } from '@/lib/issues/find-points-gain';
import { computeFixEffect, FIX_MONTH_DAYS, type FixEffectResult } from '@/lib/issues/fix-effect';
import { issueTitle } from '@/lib/issues/issue-title';
import { getSetting } from '@/lib/settings/queries';
import { Z_95 } from '@/lib/stats/normal';

/** What one shipped issue did, without the draws that only sums need. */
export interface Achievement {
  issueId: string;
  title: string;
  shippedAt: Date;
  result: FixEffectResult;
  money: Omit<Gain, 'draws'> | null;
  points: PointsGain | null;
}

export interface Achievements {
  currency: string;
  /** The latest shipped first. */
  rows: Achievement[];
  /** Shipped issues without a theme, whose complaints cannot be counted. */
  withoutTheme: number;
  money: (Omit<Gain, 'draws'> & { fixes: number }) | null;
  points: (Omit<Gain, 'draws'> & { fixes: number }) | null;
}

const BASE_MONTHS = 12;

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
    const { windowDays } = await getSetting(inner, 'churnComparison');
    const records = await loadWorkspaceRecords(inner, { today: toEpochDay(now), currency, rates });
    if (!records) return null;
    const impact = await findNewestImpact(inner);
    const churnOf = new Map(
      impact?.rows.map(({ themeId, details }) => [themeId, toLogRatio(details.churn.shrunk)]),
    );
    const monthlyChurn = computeMonthlyChurn(records);
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
      const churn = churnOf.get(themeId);
      const money =
        result.effect && churn
          ? computeMoneyGain({
              ...{ accounts: records.accounts, mentions: records.mentions, themeId, shippedDay, windowDays },
              ...{ effect: result.effect, churn, monthlyChurn },
            })
          : null;
      const monthsAfter = result.effect?.months.filter(({ isAfter }) => isAfter).length ?? 0;
      const points = await drawPointsGain(inner, { themeId, shippedAt }, monthsAfter);
      found.push({
        ...{ issueId: id, title: issueTitle(issue), shippedAt, result },
        money: money && { value: money.value, interval: money.interval },
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
    return {
      currency,
      rows: found.map(({ gains: _, ...row }) => row),
      withoutTheme: shipped.length - found.length,
      money: total('money'),
      points: total('points'),
    };
  });
}

/** A kept ratio on the scale where its error is symmetric; null where its interval is unbounded. */
function toLogRatio({ riskRatio, interval: { low, high } }: ImpactDetails['churn']['shrunk']) {
  if (!low || high === null) return null;
  return { logRiskRatio: Math.log(riskRatio), standardError: Math.log(high / low) / (2 * Z_95) };
}

/** The monthly chance of leaving over the last year of the records, of all customers. */
function computeMonthlyChurn({ accounts, coverage: { churnUntil } }: WorkspaceRecords): number {
  let months = 0;
  let churned = 0;
  for (const { startedDay, churnedDay } of accounts) {
    for (let month = 1; month <= BASE_MONTHS; month++) {
      const from = churnUntil - month * FIX_MONTH_DAYS;
      if ((startedDay !== null && startedDay > from) || (churnedDay !== null && churnedDay < from)) continue;
      months++;
      if (churnedDay !== null && churnedDay < from + FIX_MONTH_DAYS) churned++;
    }
  }
  return months === 0 ? 0 : churned / months;
}
