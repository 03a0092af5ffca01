import type { Interval } from '@/lib/stats/interval';
import { computeWilsonInterval } from '@/lib/stats/wilson-interval';

export interface ShareCounts {
  successes: number;
  total: number;
}

/** The difference of two independent shares (-1..1), after minus before. */
export interface ShareChange {
  change: number;
  interval: Interval;
  /** True when the interval excludes 0. */
  isDetectable: boolean;
}

/**
 * Change of a share between two independent samples with Newcombe's 95 % interval, which is built from the Wilson
 * intervals of the two. Null when either has nothing. Source: Newcombe 1998, Statistics in Medicine 17:873, method 10.
 */
export function computeShareChange(before: ShareCounts, after: ShareCounts): ShareChange | null {
  const first = computeWilsonInterval(before.successes, before.total);
  const second = computeWilsonInterval(after.successes, after.total);
  if (!first || !second) return null;
  const shareBefore = before.successes / before.total;
  const shareAfter = after.successes / after.total;
  const change = shareAfter - shareBefore;
  const interval = {
    low: change - Math.hypot(shareAfter - second.low, first.high - shareBefore),
    high: change + Math.hypot(second.high - shareAfter, shareBefore - first.low),
  };
  return { change, interval, isDetectable: interval.low > 0 || interval.high < 0 };
}
