import { minorUnitDigits } from '@/lib/core/money';
import { isChurnLinked } from '@/lib/impact/churn-link';
import { toIssueRecord, toShrunkRatio } from '@/lib/impact/issue-record';
import type { PriorityWeights } from '@/lib/impact/priority';
import type { ImpactRun } from '@/lib/impact/queries';
import type { RankedIssue } from '@/lib/issues/find-ranked-issues';

type Run = Pick<ImpactRun, 'asOf' | 'computedAt' | 'parameters' | 'totals'>;

/** What holds for a ranked list as a whole, for programs: of which day it is, with which weights, out of how much. */
export function toListDocument({ asOf, computedAt, totals, parameters }: Run, weights: PriorityWeights) {
  const { portfolioAtRiskCents, portfolioInterval, linkedAtRiskCents, linkedInterval } = totals;
  const money = (cents: number | null | undefined) =>
    cents === null || cents === undefined ? null : Math.round(cents) / 10 ** minorUnitDigits(totals.currency);
  return {
    asOf: asOf.toISOString().slice(0, 10),
    computedAt: computedAt.toISOString(),
    currency: totals.currency,
    weights,
    parameters: { exposureWindowDays: parameters.windowDays, lagDays: parameters.lagDays },
    totals: {
      accounts: totals.accounts,
      accountsAtRiskMonths: totals.panelAccounts,
      churnedAccounts: totals.churnedAccounts,
      accountsWithoutCurrencyRate: totals.accountsWithoutRate,
      hasChurn: totals.hasChurn,
      accountsWithKnownArr: totals.accountsWithArr,
      portfolioArrAtRiskMajorUnits: money(portfolioAtRiskCents),
      portfolioArrAtRiskLow95MajorUnits: money(portfolioInterval?.low),
      portfolioArrAtRiskHigh95MajorUnits: money(portfolioInterval?.high),
      associatedArrAtRiskMajorUnits: money(linkedAtRiskCents),
      associatedArrAtRiskLow95MajorUnits: money(linkedInterval?.low),
      associatedArrAtRiskHigh95MajorUnits: money(linkedInterval?.high),
    },
  };
}

/** One issue for programs: units in the names, what is unknown is null. */
export function toIssueDocument(issue: RankedIssue, currency: string, link: string) {
  const { churn, revenue, stability, mentionsWithoutAccount } = issue.details;
  const record = toIssueRecord(
    { ...issue, name: issue.title, estimate: churn.estimate, revenue },
    minorUnitDigits(currency),
  );
  return {
    rank: record.rank,
    issueId: issue.issueId,
    themeId: record.themeId,
    name: record.name,
    status: issue.status,
    link,
    priorityScore0To100: record.priorityScore,
    frequencyScore0To100: record.frequencyScore,
    churnScore0To100: record.churnScore,
    impactScore0To100: record.impactScore,
    accountsWithProblem: record.accounts,
    problemMentions: record.mentions,
    problemMentionsWithoutAccount: mentionsWithoutAccount,
    churnRiskRatio: record.riskRatio,
    churnRiskRatioLow95: record.riskRatioLow,
    churnRiskRatioHigh95: record.riskRatioHigh,
    churnRiskRatioShrunk: toShrunkRatio(churn),
    churnQValue: record.qValue,
    isAssociatedWithChurn: isChurnLinked(churn),
    exposedAccountsNow: revenue.exposedAccounts,
    exposedAccountsWithKnownArr: revenue.accountsWithArr,
    exposedArrMajorUnits: record.exposedArr,
    arrAtRisk12MonthsMajorUnits: record.arrAtRisk,
    arrAtRisk12MonthsLow95MajorUnits: record.arrAtRiskLow,
    arrAtRisk12MonthsHigh95MajorUnits: record.arrAtRiskHigh,
    top5ShareOfBootstraps: stability?.top5Share ?? null,
    top10ShareOfBootstraps: stability?.top10Share ?? null,
  };
}
