import type { ChurnCounts, MonthsFilter } from '@/lib/impact/find-churn-months';
import type { OtherOutcome } from '@/lib/impact/other-outcomes';
import { isEmptyFilter, type RecordFilter, recordFilterFields } from '@/lib/impact/record-filter';

/** The lists behind the counts of a churn comparison, by the name each has in an address. */
export const churnLists = ['accounts', 'months', 'left', 'alike', 'alike-left'] as const;
export type ChurnList = (typeof churnLists)[number];

/** The events that months are compared by; leaving is the one that ranks. */
export type ChurnEvent = 'leaving' | OtherOutcome;
export const churnEvents = ['leaving', 'contraction', 'non_renewal'] as const satisfies ChurnEvent[];

/** How lists speak of an event: "how this problem goes with leaving", "Left with it", "Left in this month". */
export const EVENT_WORDS: Record<ChurnEvent, { gerund: string; past: string; otherwise: string }> = {
  leaving: { gerund: 'leaving', past: 'Left', otherwise: 'Stayed' },
  contraction: { gerund: 'paying less for the first time', past: 'Paid less', otherwise: 'Did not' },
  non_renewal: { gerund: 'leaving when the renewal is due', past: 'Left at renewal', otherwise: 'Did not' },
};

interface ListFacts {
  /** The name of the list; of those of the event, what follows its word. */
  label: string;
  /** What one row is. */
  noun: string;
  count: keyof ChurnCounts;
  /** Which months; null for the list of accounts. */
  months: MonthsFilter | null;
}

export const CHURN_LISTS: Record<ChurnList, ListFacts> = {
  accounts: {
    label: 'Accounts with it',
    noun: 'account',
    count: 'exposedAccounts',
    months: null,
  },
  months: {
    label: 'Months with it',
    noun: 'account month',
    count: 'exposedMonths',
    months: { side: 'exposed', onlyChurned: false },
  },
  left: {
    label: 'with it',
    noun: 'account month',
    count: 'exposedChurned',
    months: { side: 'exposed', onlyChurned: true },
  },
  alike: {
    label: 'Months alike, without',
    noun: 'account month',
    count: 'comparisonMonths',
    months: { side: 'alike', onlyChurned: false },
  },
  'alike-left': {
    label: 'without',
    noun: 'account month',
    count: 'comparisonChurned',
    months: { side: 'alike', onlyChurned: true },
  },
};

/** What a list is called: "Months with it", "Left with it". */
export function nameChurnList(list: ChurnList, event: ChurnEvent): string {
  const { label, months } = CHURN_LISTS[list];
  return months?.onlyChurned ? `${EVENT_WORDS[event].past} ${label}` : label;
}

/**
 * The address of the rows behind one count of an issue: `/w/acme/issues/…/months?list=left`.
 * @param filter what the count was recomputed for
 */
export function churnListHref(
  issueHref: string,
  list: ChurnList,
  {
    page = 1,
    filter = {},
    event = 'leaving',
  }: { page?: number; filter?: RecordFilter; event?: ChurnEvent } = {},
): string {
  const query = new URLSearchParams([['list', list], ...recordFilterFields(filter)]);
  if (event !== 'leaving') query.set('event', event);
  if (page > 1) query.set('page', String(page));
  return `${issueHref}/months?${query}`;
}

/** Which accounts with a problem: those exposed now, or all that ever complained. */
export const accountViews = ['now', 'ever'] as const;
export type AccountView = (typeof accountViews)[number];

/** The address of the accounts behind the numbers of an issue that were recomputed for a filter; without one, its page's. */
export function issueAccountsHref(
  issueHref: string,
  accounts: AccountView,
  { page = 1, filter = {} }: { page?: number; filter?: RecordFilter } = {},
): string {
  const query = new URLSearchParams([['accounts', accounts], ...recordFilterFields(filter)]);
  if (page > 1) query.set('page', String(page));
  return isEmptyFilter(filter) ? `${issueHref}?${query}#accounts` : `${issueHref}/accounts?${query}`;
}

/** The address of the ranked list, recomputed for a filter. */
export function issueListHref(workspaceHref: string, filter: RecordFilter): string {
  const query = new URLSearchParams(recordFilterFields(filter));
  return `${workspaceHref}/issues${query.size > 0 ? `?${query}` : ''}`;
}

/** The address of the accounts whose months churn is counted in; on request those that left. */
export function lookedAtHref(workspaceHref: string, { left = false, page = 1 } = {}): string {
  const query = new URLSearchParams();
  if (left) query.set('left', '1');
  if (page > 1) query.set('page', String(page));
  return `${workspaceHref}/issues/looked-at${query.size > 0 ? `?${query}` : ''}`;
}

/** Whether rows have changed since the counts were made: any of them differs. */
export function haveChanged<Counts extends object>(then: Counts, now: Counts): boolean {
  return (Object.keys(now) as (keyof Counts)[]).some((name) => then[name] !== now[name]);
}
