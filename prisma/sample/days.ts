const MILLISECONDS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 of an ISO date. Throws on anything else. */
export function parseDay(isoDate: string): number {
  const milliseconds = /^\d{4}-\d{2}-\d{2}$/.test(isoDate) ? Date.parse(`${isoDate}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(milliseconds)) throw new Error(`not an ISO date: ${isoDate}`);
  return milliseconds / MILLISECONDS_PER_DAY;
}

/** The ISO date of a day number. */
export function formatDay(day: number): string {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** The ISO time of a day number and seconds after its midnight, UTC. */
export function formatMoment(day: number, seconds: number): string {
  return new Date(day * MILLISECONDS_PER_DAY + Math.round(seconds) * 1000).toISOString();
}

/** The same day of the month `months` later, or the last one of that month where it has none. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 1);
  const length = (next - first) / MILLISECONDS_PER_DAY;
  return first / MILLISECONDS_PER_DAY + Math.min(date.getUTCDate(), length) - 1;
}

/** The Monday of the week of a day. */
export function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** First days of the calendar months that begin within [from, to]. */
export function monthStartsWithin(from: number, to: number): number[] {
  const starts: number[] = [];
  const date = new Date(from * MILLISECONDS_PER_DAY);
  let start = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / MILLISECONDS_PER_DAY;
  for (; start <= to; start = addMonths(start, 1)) if (start >= from) starts.push(start);
  return starts;
}
