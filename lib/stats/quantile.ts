import type { Interval } from '@/lib/stats/interval';

/** Quantile (share 0..1) of values sorted ascending, interpolated as R's type 7. NaN without values. */
export function computeQuantile(sorted: ArrayLike<number>, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/** The middle 95 % of bootstrap replicates, in their unit; null without replicates. */
export function computePercentileInterval(replicates: ArrayLike<number>): Interval | null {
  if (replicates.length === 0) return null;
  const sorted = Float64Array.from(replicates).sort();
  return { low: computeQuantile(sorted, 0.025), high: computeQuantile(sorted, 0.975) };
}
