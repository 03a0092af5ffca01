import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { addDays, toDay } from '@/lib/annotations/period';
import type { HealthReason } from '@/lib/health/schema';
import { responsesHref } from '@/lib/responses/response-filter';

const WINDOW_DAYS = 90;

interface Place {
  workspaceSlug: string;
  accountId: string;
  /** The last day that the chances count. */
  asOf: Date;
  /** The address of the account's page; empty on that page itself. */
  accountHref: string;
}

/** Where the rows behind a reason are, as many as it counts; null where it counts none. */
export function reasonHref(
  { key, value }: HealthReason,
  { workspaceSlug, accountId, asOf, accountHref }: Place,
): string | null {
  const days = { from: addDays(toDay(asOf), 1 - WINDOW_DAYS), to: toDay(asOf) };
  const account = { account: accountId, ...days };
  if (value === 0 && key !== 'silence') return null;
  switch (key) {
    case 'problems':
      return feedbackHref(workspaceSlug, { ...account, problem: '1' });
    case 'praise':
      return feedbackHref(workspaceSlug, { ...account, sentiment: 'positive' });
    case 'silence':
      return value === 0 ? feedbackHref(workspaceSlug, account) : null;
    case 'usage':
      return `${accountHref}#use`;
    case 'revenue':
    case 'paidLess':
    case 'paidMore':
      return `${accountHref}#arr-over-time`;
    case 'nps':
      return responsesHref(workspaceSlug, { metric: 'nps', account: accountId });
    case 'tickets':
    case 'ratings':
      return `/w/${workspaceSlug}/accounts/${accountId}/behind?${new URLSearchParams({ of: key, ...days })}`;
    case 'tenure':
    case 'renewal':
    case 'plan':
    case 'segment':
      return `${accountHref}#facts`;
  }
}
