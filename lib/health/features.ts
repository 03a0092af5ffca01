import {
  type DayCounts,
  type EpochDay,
  latestWithin,
  monthsBetween,
  sumWithin,
} from '@/lib/health/day-counts';
import { HORIZON_MONTHS, type ReasonKey } from '@/lib/health/schema';

/** ARR from a day on, in minor units of its own currency and, where there is a rate, of the workspace's. */
export interface ArrLine {
  fromDay: EpochDay;
  cents: number;
  currency: string;
  convertedCents: number | null;
}

/** An account and what was recorded of it, as health reads it. */
export interface HealthAccount {
  accountId: string;
  plan: string | null;
  segment: string | null;
  startedDay: EpochDay | null;
  churnedDay: EpochDay | null;
  /** Any one renewal date; the others follow at a distance of whole years. */
  renewalDay: EpochDay | null;
  /** Ascending by day. */
  arr: readonly ArrLine[];
  /** Statements: all, those with a problem that has a theme, and those with positive sentiment. */
  said: DayCounts;
  problems: DayCounts;
  praise: DayCounts;
  /** Tickets, calls and chats begun. */
  conversations: DayCounts;
  /** Sum of what usage events count. */
  usage: DayCounts;
  /** The day after the last on which use of anybody in the workspace is recorded: how much there was since is not known. */
  usageUntil: EpochDay;
  /** The latest NPS answer of each day, 0..10; satisfaction answers of 1 or 2 of 5 (effort: 1..3 of 7). */
  nps: DayCounts;
  lowRatings: DayCounts;
}

/** One thing known of an account, as a number: null where it is unknown and then counted as average. */
export interface Feature {
  key: ReasonKey;
  level: string;
  value: number | null;
}

/** Days before a month over which statements, conversations and ratings count; NPS and changes of ARR count twice that. */
export const WINDOW_DAYS = 90;
export const LONG_WINDOW_DAYS = 180;
const RECENT_USE_DAYS = 28;
const EARLIER_USE_DAYS = 56;
/** A change of use beyond e^3 (twentyfold) is no more telling. */
const MOST_LOG_CHANGE = 3;

/**
 * What was known of an account at the end of the day before `day`: nothing of the day itself and after it. Plan, segment
 * and renewal are those on record now, for their past is not kept. Counts enter as log(1 + count): the tenth ticket says less
 * than the first.
 */
export function describeAccount(account: HealthAccount, day: EpochDay): Feature[] {
  const { arr, startedDay, usage } = account;
  const recent = (stream: DayCounts, days: number) => sumWithin(stream, day - days, day);
  const arrCents = findArr(arr, day)?.convertedCents ?? null;
  const { recentUse, earlierUse } = compareUse(account, day);
  const isUseKnown = usage.days.length > 0 && (usage.days[0] ?? 0) < day - RECENT_USE_DAYS;
  const nps = latestWithin(account.nps, day - LONG_WINDOW_DAYS, day);
  const changes = findArrChanges(account, day - LONG_WINDOW_DAYS, day);
  const one = (key: ReasonKey, value: number | null, level = ''): Feature => ({ key, level, value });
  return [
    one('tenure', startedDay === null ? null : Math.log1p(Math.max(0, monthsBetween(startedDay, day)))),
    one('revenue', arrCents === null ? null : Math.log1p(Math.max(0, arrCents))),
    one('renewal', account.renewalDay === null ? null : Number(isRenewalNear(account.renewalDay, day))),
    one('usage', isUseKnown ? Math.log1p(recentUse) : null, 'level'),
    one('usage', isUseKnown ? clamp(Math.log((recentUse + 0.1) / (earlierUse + 0.1))) : null, 'change'),
    one('problems', Math.log1p(recent(account.problems, WINDOW_DAYS))),
    one('praise', Math.log1p(recent(account.praise, WINDOW_DAYS))),
    one('silence', recent(account.said, WINDOW_DAYS) === 0 ? 1 : 0),
    one('tickets', Math.log1p(recent(account.conversations, WINDOW_DAYS))),
    one('nps', nps),
    one('ratings', Math.log1p(recent(account.lowRatings, WINDOW_DAYS))),
    one('paidLess', changes.some((change) => change < 0) ? 1 : 0),
    one('paidMore', changes.some((change) => change > 0) ? 1 : 0),
  ];
}

/**
 * Use a day in the four weeks before `day`, and in the eight weeks before these. Where no use at all has been recorded of late, they
 * end with the records: use that is sent once a week would else look as if it fell, of everybody.
 */
function compareUse(
  { usage, usageUntil }: HealthAccount,
  day: EpochDay,
): { recentUse: number; earlierUse: number } {
  const end = Math.min(day, usageUntil);
  const between = end - RECENT_USE_DAYS;
  return {
    recentUse: sumWithin(usage, between, end) / RECENT_USE_DAYS,
    earlierUse: sumWithin(usage, between - EARLIER_USE_DAYS, between) / EARLIER_USE_DAYS,
  };
}

/** The raw value that a reason is told with, in the unit of its key: counts, months, whole points, a share. */
export function measure(account: HealthAccount, key: ReasonKey, day: EpochDay): number | null {
  const count = (stream: DayCounts) => sumWithin(stream, day - WINDOW_DAYS, day);
  switch (key) {
    case 'tenure':
      return account.startedDay === null ? null : monthsBetween(account.startedDay, day);
    case 'revenue':
      return findArr(account.arr, day)?.convertedCents ?? null;
    case 'renewal':
      return account.renewalDay === null ? null : Number(isRenewalNear(account.renewalDay, day));
    case 'usage': {
      const { recentUse, earlierUse } = compareUse(account, day);
      return earlierUse === 0 ? null : recentUse / earlierUse - 1;
    }
    case 'problems':
      return count(account.problems);
    case 'praise':
      return count(account.praise);
    case 'silence':
      return count(account.said) === 0 ? 1 : 0;
    case 'tickets':
      return count(account.conversations);
    case 'nps':
      return latestWithin(account.nps, day - LONG_WINDOW_DAYS, day);
    case 'ratings':
      return count(account.lowRatings);
    case 'paidLess':
      return Number(findArrChanges(account, day - LONG_WINDOW_DAYS, day).some((change) => change < 0));
    case 'paidMore':
      return Number(findArrChanges(account, day - LONG_WINDOW_DAYS, day).some((change) => change > 0));
    case 'plan':
    case 'segment':
      return null;
  }
}

/** Whether the account is a customer at the start of a day: it began before and has not left. */
export function isCustomerOn({ startedDay, churnedDay }: HealthAccount, day: EpochDay): boolean {
  return (startedDay === null || startedDay < day) && (churnedDay === null || churnedDay >= day);
}

/** Relative changes of ARR from `from` on and before `until`; a line in another currency is no change, nor is leaving. */
export function findArrChanges(
  { arr, churnedDay }: Pick<HealthAccount, 'arr' | 'churnedDay'>,
  from: EpochDay,
  until: EpochDay,
): number[] {
  const changes: number[] = [];
  for (const [index, line] of arr.entries()) {
    const before = arr[index - 1];
    if (!before || line.fromDay < from || line.fromDay >= until || line.currency !== before.currency)
      continue;
    if (churnedDay !== null && line.fromDay >= churnedDay) continue;
    if (line.cents !== before.cents && before.cents > 0) changes.push(line.cents / before.cents - 1);
  }
  return changes;
}

/** The line in force at the end of the day before `day`; an only line holds for all time, for imports know no other. */
export function findArr(arr: readonly ArrLine[], day: EpochDay): ArrLine | undefined {
  if (arr.length === 1) return arr[0];
  return arr.findLast(({ fromDay }) => fromDay < day);
}

/** Whether a yearly renewal falls into the months ahead. */
function isRenewalNear(renewalDay: EpochDay, day: EpochDay): boolean {
  const ahead = ((monthsBetween(day, renewalDay) % 12) + 12) % 12;
  return ahead < HORIZON_MONTHS;
}

function clamp(value: number): number {
  return Math.max(-MOST_LOG_CHANGE, Math.min(MOST_LOG_CHANGE, value));
}
