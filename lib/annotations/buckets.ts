import {
  addDays,
  countDays,
  type Day,
  type Days,
  lastDays,
  later,
  startOf,
  toDay,
} from '@/lib/annotations/period';
import { formatDate, formatMonth } from '@/lib/core/format';

/** A stretch of a period that is one point of a chart. */
export interface Bucket extends Days {
  label: string;
}

export type BucketUnit = 'day' | 'week' | 'month' | 'year';

const MOST_DAYS = 14;
const MOST_DAYS_IN_WEEKS = 190;
const MOST_DAYS_IN_MONTHS = 5 * 366;

/** How finely a period of this many days is cut, so that a chart has some six to sixty points. */
export function bucketUnit(days: number): BucketUnit {
  if (days <= MOST_DAYS) return 'day';
  if (days <= MOST_DAYS_IN_WEEKS) return 'week';
  return days <= MOST_DAYS_IN_MONTHS ? 'month' : 'year';
}

/**
 * Cuts a period into its points, the oldest first, without gap or overlap. Weeks are counted back from the last day, so
 * that the newest is whole; months and years are those of the calendar, clipped to the period. A stretch shorter than
 * its unit says so in its label.
 */
export function cutPeriod(period: Days): { unit: BucketUnit; buckets: Bucket[] } {
  const unit = bucketUnit(countDays(period));
  return { unit, buckets: cut(period, unit) };
}

/** The last weeks up to a day (included), the oldest first: seven days each. */
export function cutWeeks(to: Day, weeks: number): Bucket[] {
  return cut(lastDays(to, 7 * weeks), 'week');
}

function cut(period: Days, unit: BucketUnit): Bucket[] {
  const buckets: Bucket[] = [];
  for (let to = period.to; to >= period.from; ) {
    const from = later(firstDayOf(unit, to), period.from);
    buckets.unshift({ from, to, label: labelOf(unit, { from, to }) });
    to = addDays(from, -1);
  }
  return buckets;
}

function firstDayOf(unit: BucketUnit, last: Day): Day {
  if (unit === 'day') return last;
  if (unit === 'week') return addDays(last, -6);
  return unit === 'month' ? `${last.slice(0, 7)}-01` : `${last.slice(0, 4)}-01-01`;
}

function labelOf(unit: BucketUnit, days: Days): string {
  const length = countDays(days);
  const part = length < wholeLength(unit, days.from) ? ` (${length} d)` : '';
  const first = startOf(days.from);
  if (unit === 'year') return `${days.from.slice(0, 4)}${part}`;
  if (unit === 'month') return `${formatMonth(first)}${part}`;
  return `${formatDate(first)}${part}`;
}

function wholeLength(unit: BucketUnit, from: Day): number {
  if (unit === 'day') return 1;
  if (unit === 'week') return 7;
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const first = unit === 'month' ? new Date(Date.UTC(year, month - 1)) : new Date(Date.UTC(year, 0));
  const next = unit === 'month' ? new Date(Date.UTC(year, month)) : new Date(Date.UTC(year + 1, 0));
  return countDays({ from: toDay(first), to: toDay(next) }) - 1;
}
