import type { WorkspaceRecords } from '@/lib/impact/load-ranking-input';
import type { RankedTheme, Ranking } from '@/lib/impact/rank';
import type { ImpactDetails, ImpactTotals } from '@/lib/impact/schema';
import type { PartImpact, ScoreImpact } from '@/lib/impact/score-impacts';
import type { DrivenMetric } from '@/lib/stats/answer-value';

/** What a ranking says of the accounts as a whole. */
export function totalsOf(records: WorkspaceRecords, ranking: Ranking): ImpactTotals {
  return {
    hasChurn: ranking.churnLeftOut === null,
    churnLeftOut: ranking.churnLeftOut,
    accounts: records.accounts.length,
    panelAccounts: ranking.associations.accounts,
    churnedAccounts: ranking.associations.churnedAccounts,
    portfolioAtRiskCents: ranking.portfolio.cents,
    portfolioInterval: ranking.portfolio.interval,
    linkedAtRiskCents: ranking.linkedPortfolio.cents,
    linkedInterval: ranking.linkedPortfolio.interval,
    accountsWithArr: ranking.accountsWithArr,
    currency: records.currency,
    accountsWithoutRate: records.accountsWithoutRate,
  };
}

/** All that a screen explains of one theme's impact. */
export function detailsOf(
  row: RankedTheme,
  mentionsWithoutAccount: number,
  scores: Record<DrivenMetric, ScoreImpact | null>,
  parts: readonly PartImpact[],
  outcomes: ImpactDetails['outcomes'],
): ImpactDetails {
  const { themeId, ...revenue } = row.revenue;
  return {
    units: row.units,
    mentionsWithoutAccount,
    exposedStrategicArrCents: row.exposedStrategicArrCents,
    churn: { ...row.churn, sensitivity: [...row.churn.sensitivity] },
    outcomes,
    revenue: { ...revenue, accounts: [...revenue.accounts] },
    stability: row.stability,
    score: scores.nps,
    csat: scores.csat,
    parts: [...parts],
  };
}
