import type { ChurnCounts, MonthsFilter } from '@/lib/impact/find-churn-months';
import { isEmptyFilter, type RecordFilter, recordFilterFields } from '@/lib/impact/record-filter';

/** The lists behind the counts of a churn comparison, by the name each has in an address. */
export const churnLists = ['accounts', 'months', 'left', 'alike', 'alike-left'] as const;
export type ChurnList = (typeof churnLists)[number];

interface ListFacts {
  label: string;
  /** What one row is. */
  noun: string;
  count: keyof ChurnCounts;
  /** Which months; null for the list of accounts. */
  months: MonthsFilter | null;
}

export const CHURN_LISTS: Record<ChurnList, ListFacts> = {
  accounts: {
    label: 'Accounts with the problem',
    noun: 'account',
    count: 'exposedAccounts',
    months: null,
  },
  months: {
    label: 'Months with the problem',
    noun: 'account month',
    count: 'exposedMonths',
    months: { side: 'exposed', onlyChurned: false },
  },
  left: {
    label: 'Left with the problem',
    noun: 'account month',
    count: 'exposedChurned',
    months: { side: 'exposed', onlyChurned: true },
  },
  alike: {
    label: 'Alike, without it',
    noun: 'account month',
    count: 'comparisonMonths',
    months: { side: 'alike', onlyChurned: false },
  },
  'alike-left': {
    label: 'Left without it',
    noun: 'account month',
    count: 'comparisonChurned',
    months: { side: 'alike', onlyChurned: true },
  },
};

/**
 * The address of the rows behind one count of an issue: `/w/acme/issues/…/months?list=left`.
 * @param filter what the count was recomputed for
 */
export function churnListHref(
  issueHref: string,
  list: ChurnList,
  { page = 1, filter = {} }: { page?: number; filter?: RecordFilter } = {},
): string {
  const query = new URLSearchParams([['list', list], ...recordFilterFields(filter)]);
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
