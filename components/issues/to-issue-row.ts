import { type FeedbackFilter, feedbackHref } from '@/lib/annotations/feedback-filter';
import { isChurnLinked } from '@/lib/impact/churn-link';
import { describeReason } from '@/lib/impact/explain';
import { isEmptyFilter, type RecordFilter } from '@/lib/impact/record-filter';
import type { ImpactDetails } from '@/lib/impact/schema';
import type { RankedIssue } from '@/lib/issues/find-ranked-issues';
import { TREND_WEEKS } from '@/lib/issues/find-weekly-mentions';
import { churnListHref, issueAccountsHref } from './churn-lists';
import type { IssueRow } from './issue-row';
import type { RevenueFigures } from './revenue-words';

/** What the list needs of a ranked issue, with the addresses of the rows behind its numbers. */
export function toIssueRow(
  issue: RankedIssue,
  {
    slug,
    asOf,
    trend,
    filter,
  }: { slug: string; asOf: Date; trend: number[] | undefined; filter: RecordFilter },
): IssueRow {
  const { churn, revenue, stability } = issue.details;
  const { estimate } = churn;
  const href = `/w/${slug}/issues/${issue.issueId}`;
  const mentions: FeedbackFilter = {
    ...filter,
    branch: issue.themeId,
    problem: '1',
    to: asOf.toISOString().slice(0, 10),
  };
  return {
    themeId: issue.themeId,
    frequency: issue.frequency,
    churn: issue.churn,
    impact: issue.impact,
    issueId: issue.issueId,
    title: issue.title,
    status: issue.status,
    ownerId: issue.ownerId,
    effortDays: issue.effortDays,
    accounts: issue.accounts,
    mentions: issue.mentions,
    mentionsWithoutAccount: issue.details.mentionsWithoutAccount,
    isChurnLinked: isChurnLinked(churn),
    estimate: estimate && {
      riskRatio: estimate.riskRatio,
      ...estimate.interval,
      qValue: estimate.qValue,
      shrunkRatio: churn.shrunk.riskRatio,
    },
    reason: churn.reason === null ? '' : describeReason(churn.reason),
    ...toRevenueFigures(revenue),
    trend: trend ?? Array.from({ length: TREND_WEEKS }, () => 0),
    stability,
    href,
    accountsHref: issueAccountsHref(href, 'ever', { filter }),
    exposedHref: issueAccountsHref(href, 'now', { filter }),
    // The comparison stands on the issue's page, which is of all; recomputed, it is the list's tabs.
    monthsHref: isEmptyFilter(filter) ? `${href}#churn-counts` : churnListHref(href, 'months', { filter }),
    mentionsHref: feedbackHref(slug, mentions),
    mentionsWithoutAccountHref: feedbackHref(slug, { ...mentions, accountless: '1' }),
  };
}

/** The revenue of an issue as its words are made from. */
export function toRevenueFigures(revenue: ImpactDetails['revenue']): RevenueFigures {
  const { exposedAccounts, accountsWithArr, exposedArrCents, arrAtRiskCents, interval } = revenue;
  return {
    exposedAccounts,
    accountsWithArr,
    exposedArrCents,
    arrAtRisk:
      arrAtRiskCents === null
        ? null
        : { cents: arrAtRiskCents, lowCents: interval?.low ?? null, highCents: interval?.high ?? null },
  };
}
