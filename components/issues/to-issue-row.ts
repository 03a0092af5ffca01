import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { isChurnLinked } from '@/lib/impact/churn-link';
import { describeReason } from '@/lib/impact/explain';
import type { RankedIssue } from '@/lib/issues/find-ranked-issues';
import { TREND_WEEKS } from '@/lib/issues/find-weekly-mentions';
import type { IssueRow } from './issue-row';

/** What the list needs of a ranked issue, with the addresses of the rows behind its numbers. */
export function toIssueRow(
  issue: RankedIssue,
  { slug, asOf, trend }: { slug: string; asOf: Date; trend: number[] | undefined },
): IssueRow {
  const { churn, revenue, stability } = issue.details;
  const { estimate } = churn;
  return {
    themeId: issue.themeId,
    frequency: issue.frequency,
    churn: issue.churn,
    impact: issue.impact,
    issueId: issue.issueId,
    title: issue.title,
    status: issue.status,
    accounts: issue.accounts,
    mentions: issue.mentions,
    isChurnLinked: isChurnLinked(churn),
    estimate: estimate && { riskRatio: estimate.riskRatio, ...estimate.interval, qValue: estimate.qValue },
    reason: churn.reason === null ? '' : describeReason(churn.reason),
    exposedAccounts: revenue.exposedAccounts,
    exposedArrCents: revenue.exposedArrCents,
    arrAtRisk:
      revenue.arrAtRiskCents === null
        ? null
        : {
            cents: revenue.arrAtRiskCents,
            lowCents: revenue.interval?.low ?? null,
            highCents: revenue.interval?.high ?? null,
          },
    trend: trend ?? Array.from({ length: TREND_WEEKS }, () => 0),
    stability,
    href: `/w/${slug}/issues/${issue.issueId}`,
    mentionsHref: feedbackHref(slug, {
      theme: issue.themeId,
      problem: '1',
      to: asOf.toISOString().slice(0, 10),
    }),
  };
}
