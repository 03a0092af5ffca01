import type { Interval } from '@/lib/stats/interval';
import { tQuantile } from '@/lib/stats/t-interval';

/** The difference of two independent means in their own unit, after minus before. */
export interface MeanChange {
  change: number;
  interval: Interval;
  /** True when the interval excludes 0. */
  isDetectable: boolean;
}

/**
 * Change of a mean between two independent samples with Welch's 95 % t interval, which takes no equal spread for
 * granted. Null with fewer than two values on a side, or when neither side varies. Source: R's `t.test`.
 */
export function computeMeanChange(before: readonly number[], after: readonly number[]): MeanChange | null {
  const first = moments(before);
  const second = moments(after);
  if (!first || !second) return null;
  const variance = first.meanVariance + second.meanVariance;
  if (variance === 0) return null;
  const degreesOfFreedom =
    variance ** 2 /
    (first.meanVariance ** 2 / (before.length - 1) + second.meanVariance ** 2 / (after.length - 1));
  const margin = tQuantile(0.975, degreesOfFreedom) * Math.sqrt(variance);
  const change = second.mean - first.mean;
  return {
    change,
    interval: { low: change - margin, high: change + margin },
    isDetectable: Math.abs(change) > margin,
  };
}

function moments(values: readonly number[]): { mean: number; meanVariance: number } | null {
  const n = values.length;
  if (n < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, meanVariance: squares / (n - 1) / n };
}
