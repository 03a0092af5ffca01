/** Nobody has kept what customers say since longer ago: an earlier time is an empty one (1970-01-01, 0001-01-01) or a slip. */
const EARLIEST = Date.UTC(1971, 0, 1);
/** Clocks and time zones differ; what is said further ahead than this is a slip of the pen. */
const MOST_MS_AHEAD = 86_400_000;

/**
 * Why something cannot have been said or done at a time, as the end of a sentence ("is dated …"); null where it can. One
 * date of the year 0001 would stretch every chart and every history that alerts are judged by over two thousand years.
 */
export function findTimeFault(time: Date, now: Date): string | null {
  const day = time.toISOString().slice(0, 10);
  if (time.getTime() > now.getTime() + MOST_MS_AHEAD) return `is dated ${day}, which is in the future`;
  return time.getTime() < EARLIEST ? `is dated ${day}, which is before 1971` : null;
}
