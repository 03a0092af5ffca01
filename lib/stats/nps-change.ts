import type { Interval } from '@/lib/stats/interval';
import { normalTwoSidedPValue, Z_95 } from '@/lib/stats/normal';
import { computeNps, computeNpsMoments, type NpsCounts } from '@/lib/stats/nps';

/** The difference between two independent waves of the Net Promoter question, after minus before. */
export interface NpsChange {
  /** -200..200 */
  changePoints: number;
  interval: Interval;
  pValue: number;
  /** True when the interval excludes 0, which is the same as `pValue < 0.05`. */
  isDetectable: boolean;
  nBefore: number;
  nAfter: number;
}

/**
 * Wald test of the difference of two scores; `added` as in `computeNpsMoments` (0 plain, 1 adjusted).
 * Both waves must have answers. Null when neither wave varies, so that nothing can be tested (plain form only).
 */
export function testNpsDifference(
  before: NpsCounts,
  after: NpsCounts,
  added: 0 | 1,
): { difference: number; standardError: number; z: number; pValue: number } | null {
  const first = computeNpsMoments(before, added);
  const second = computeNpsMoments(after, added);
  const standardError = Math.sqrt(first.variance + second.variance);
  if (standardError === 0) return null;
  const difference = second.mean - first.mean;
  const z = difference / standardError;
  return { difference, standardError, z, pValue: normalTwoSidedPValue(z) };
}

/**
 * Change of the Net Promoter Score in points between two independent waves. Test and interval both rest on the adjusted
 * form (Bonett & Price 2012, in each wave), so they cannot disagree. Null when a wave has no answers.
 */
export function computeNpsChange(before: NpsCounts, after: NpsCounts): NpsChange | null {
  const first = computeNps(before);
  const second = computeNps(after);
  if (first === null || second === null) return null;
  const test = testNpsDifference(before, after, 1);
  if (test === null) return null;
  const margin = Z_95 * test.standardError;
  return {
    changePoints: second.npsPoints - first.npsPoints,
    interval: {
      low: Math.max(-200, 100 * (test.difference - margin)),
      high: Math.min(200, 100 * (test.difference + margin)),
    },
    pValue: test.pValue,
    isDetectable: Math.abs(test.z) > Z_95,
    nBefore: first.n,
    nAfter: second.n,
  };
}

/** The change in words: "up 12 points", "down 3 points", or "no detectable change". */
export function describeNpsChange(change: NpsChange): string {
  if (!change.isDetectable) return 'no detectable change';
  const points = Math.round(Math.abs(change.changePoints));
  return `${change.changePoints > 0 ? 'up' : 'down'} ${points} ${points === 1 ? 'point' : 'points'}`;
}
