const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
// More days than any file of feedback spans; the cache begins anew when they are used up.
const MAX_CACHED_DAYS = 10_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

function getClock(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  clocks.set(timeZone, clock);
  return clock;
}

/** Milliseconds the clocks of a zone are ahead of UTC at an instant, to the minute, asked of Intl. */
function computeOffset(instant: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of getClock(timeZone).formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(instant / MINUTE) * MINUTE;
}

const offsetsByDay = new Map<string, number | null>();

/**
 * The same, from a cache: on most days the offset at the beginning is that at the end, and Intl takes microseconds for
 * every answer. Days on which clocks change are null in the cache.
 */
function findOffset(instant: number, timeZone: string): number {
  const day = Math.floor(instant / DAY);
  const key = `${timeZone} ${day}`;
  let offset = offsetsByDay.get(key);
  if (offset === undefined) {
    const atStart = computeOffset(day * DAY, timeZone);
    offset = atStart === computeOffset((day + 1) * DAY, timeZone) ? atStart : null;
    if (offsetsByDay.size >= MAX_CACHED_DAYS) offsetsByDay.clear();
    offsetsByDay.set(key, offset);
  }
  return offset ?? computeOffset(instant, timeZone);
}

/**
 * The instant at which the clocks of an IANA zone show this time (given as if it were UTC). A time that occurs twice,
 * when clocks go back, is the first; one that does not occur, when they go forward, is as much later as they jump.
 */
export function toInstant(wallClock: number, timeZone: string): number {
  if (timeZone === 'UTC') return wallClock;
  const before = findOffset(wallClock - DAY, timeZone);
  const guess = wallClock - before;
  const offset = findOffset(guess, timeZone);
  if (offset === before) return guess;
  const other = wallClock - offset;
  return findOffset(other, timeZone) === offset ? other : guess;
}
