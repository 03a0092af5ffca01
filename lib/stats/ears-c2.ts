import { normalQuantile, normalUpperTail } from '@/lib/stats/normal';

const BASELINE_POINTS = 7;
/** Points left out between the baseline and the point judged, so that a slow rise does not hide itself. */
const GUARD_POINTS = 2;

/** One point of a series of counts judged by its own recent past. */
export interface EarsPoint {
  /** The count above which the point is an alarm. */
  upperBound: number;
  /** One-sided: probability of so high a count without a change, 1 - Phi(z). */
  pValue: number;
  isAlarm: boolean;
}

/**
 * EARS C2 over a series of counts a day (or week): each count against mean and standard deviation of seven points ending
 * three points before it. Null for the first nine points, which have no baseline. A flat baseline has no spread: any
 * rise above it has p = 0, anything else p = 1; `minimumCount` keeps one or two mentions from being an alarm.
 * Source: `surveillance::earsC(method = "C2", baseline = 7)`, which has no minimum count.
 */
export function computeEarsC2(
  counts: readonly number[],
  { alpha = 0.001, minimumCount = 3 }: { alpha?: number; minimumCount?: number } = {},
): (EarsPoint | null)[] {
  const z = normalQuantile(1 - alpha);
  return counts.map((count, index) => {
    const end = index - GUARD_POINTS;
    if (end < BASELINE_POINTS) return null;
    const baseline = counts.slice(end - BASELINE_POINTS, end);
    const mean = baseline.reduce((sum, value) => sum + value, 0) / BASELINE_POINTS;
    const squares = baseline.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const deviation = Math.sqrt(squares / (BASELINE_POINTS - 1));
    const upperBound = mean + z * deviation;
    const flatPValue = count > mean ? 0 : 1;
    return {
      upperBound,
      pValue: deviation === 0 ? flatPValue : normalUpperTail((count - mean) / deviation),
      isAlarm: count > upperBound && count >= minimumCount,
    };
  });
}
