/** How often something happened on each day, days ascending. */
export interface DayCounts {
  days: readonly number[];
  counts: readonly number[];
}

/** Days since 1970-01-01, UTC. */
export type EpochDay = number;

const MS_PER_DAY = 86_400_000;

export function toEpochDay(date: Date): EpochDay {
  return Math.floor(date.getTime() / MS_PER_DAY);
}

export function toDate(day: EpochDay): Date {
  return new Date(day * MS_PER_DAY);
}

/** The first day of the calendar month that lies `months` after the month of a day; 0 is its own. */
export function monthStart(day: EpochDay, months = 0): EpochDay {
  const date = toDate(day);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / MS_PER_DAY;
}

/** How many calendar months `later` is after `earlier`; days of the month do not count. */
export function monthsBetween(earlier: EpochDay, later: EpochDay): number {
  const [a, b] = [toDate(earlier), toDate(later)];
  return 12 * (b.getUTCFullYear() - a.getUTCFullYear()) + b.getUTCMonth() - a.getUTCMonth();
}

/** The sum over days from `from` on and before `until`. */
export function sumWithin({ days, counts }: DayCounts, from: EpochDay, until: EpochDay): number {
  let sum = 0;
  for (let index = firstFrom(days, from); index < days.length && (days[index] ?? 0) < until; index++) {
    sum += counts[index] ?? 0;
  }
  return sum;
}

/** The latest count from `from` on and before `until`, null where there is none. */
export function latestWithin({ days, counts }: DayCounts, from: EpochDay, until: EpochDay): number | null {
  const index = firstFrom(days, until) - 1;
  return index >= 0 && (days[index] ?? 0) >= from ? (counts[index] ?? null) : null;
}

/** Position of the first day that is not before `from`. */
function firstFrom(days: readonly number[], from: EpochDay): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
