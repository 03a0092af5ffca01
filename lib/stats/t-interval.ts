import { betaQuantile } from '@/lib/stats/beta';
import type { Interval } from '@/lib/stats/interval';

/** The t below which Student's variable falls with this probability (0.5..1). Source: Abramowitz & Stegun 26.5.27. */
export function tQuantile(probability: number, degreesOfFreedom: number): number {
  const share = betaQuantile(2 * probability - 1, 0.5, degreesOfFreedom / 2);
  return Math.sqrt((degreesOfFreedom * share) / (1 - share));
}

/**
 * Mean of the values in their own unit (CES: 1..7) with Student's 95 % interval. Null without values; the interval is
 * null for a single value, whose spread is unknown.
 */
export function computeMeanInterval(
  values: readonly number[],
): { mean: number; interval: Interval | null; n: number } | null {
  const n = values.length;
  if (n === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n === 1) return { mean, interval: null, n };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const margin = tQuantile(0.975, n - 1) * Math.sqrt(variance / n);
  return { mean, interval: { low: mean - margin, high: mean + margin }, n };
}
