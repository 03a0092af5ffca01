const MILLISECONDS_PER_DAY = 86_400_000;

/** A UTC day as the whole number of days since 1970-01-01, as in SQL `date - date '1970-01-01'`. */
export type EpochDay = number;

/** A UTC calendar month as the whole number 12 x year + month (January = 0). */
export type MonthIndex = number;

/** The UTC day an instant falls on. */
export function toEpochDay(instant: Date): EpochDay {
  return Math.floor(instant.getTime() / MILLISECONDS_PER_DAY);
}

/** The first instant of a UTC day. */
export function startOfDay(day: EpochDay): Date {
  return new Date(day * MILLISECONDS_PER_DAY);
}

/** The calendar month a day falls in. */
export function monthOf(day: EpochDay): MonthIndex {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  return 12 * date.getUTCFullYear() + date.getUTCMonth();
}

/** The first day of a month; `firstDayOf(month + 1)` is the exclusive end of `month`. */
export function firstDayOf(month: MonthIndex): EpochDay {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / MILLISECONDS_PER_DAY;
}
