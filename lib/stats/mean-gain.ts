import type { Interval } from '@/lib/stats/interval';
import { Z_95 } from '@/lib/stats/normal';

export interface MeanGain {
  /** In the unit of the gains. */
  value: number;
  standardError: number;
  /** 95 %, normal. */
  interval: Interval;
  groups: number;
}

/**
 * The mean of paired differences whose rows come in groups (of one person) that are not independent within: the standard
 * error is that of sums over groups, with the correction for few of them. Null below two groups.
 * Source: Cameron & Miller 2015, "A practitioner's guide to cluster-robust inference", for a mean; with groups of one row
 * it is the usual standard error of a mean.
 */
export function computeMeanGain(rows: readonly { group: string; gain: number }[]): MeanGain | null {
  const value = rows.reduce((sum, { gain }) => sum + gain, 0) / rows.length;
  const sums = new Map<string, number>();
  for (const { group, gain } of rows) sums.set(group, (sums.get(group) ?? 0) + gain - value);
  const groups = sums.size;
  if (groups < 2) return null;
  const squares = [...sums.values()].reduce((sum, deviation) => sum + deviation * deviation, 0);
  const standardError = Math.sqrt((squares * groups) / (groups - 1)) / rows.length;
  const margin = Z_95 * standardError;
  return { value, standardError, interval: { low: value - margin, high: value + margin }, groups };
}
