import type { Interval } from '@/lib/stats/interval';
import { computeWilsonInterval } from '@/lib/stats/wilson-interval';

/** A label with how sure its maker was, 0..1, and whether it was right. */
export interface ConfidentLabel {
  confidence: number;
  isRight: boolean;
}

/** The labels whose confidence lies in one tenth of the scale. */
export interface ReliabilityBin {
  /** 0 for below 10 %, 9 for 90 % and more. */
  tenth: number;
  n: number;
  right: number;
  /** 0..1; null where the bin is empty, as the two below. */
  meanConfidence: number | null;
  shareRight: number | null;
  /** Wilson's, of `shareRight`. */
  interval: Interval | null;
}

export const BINS = 10;

/** The tenth of the scale a confidence (0..1) lies in; 1 belongs to the last. */
export function tenthOf(confidence: number): number {
  // A confidence kept in 32 bits is a little off its decimal: 0.9 would fall below itself.
  return Math.max(0, Math.min(BINS - 1, Math.floor(confidence * BINS + 1e-6)));
}

/**
 * Whether confidence means what it says: in each tenth of the scale the mean confidence beside the share of labels that
 * were right. A calibrated maker has the two equal. Always ten bins, from unsure to sure.
 * Source: DeGroot & Fienberg 1983; Guo et al. 2017, "On Calibration of Modern Neural Networks", section 2.
 */
export function computeReliability(labels: Iterable<ConfidentLabel>): ReliabilityBin[] {
  const sums = Array.from({ length: BINS }, () => ({ n: 0, right: 0, confidence: 0 }));
  for (const { confidence, isRight } of labels) {
    const sum = sums[tenthOf(confidence)];
    if (!sum) continue;
    sum.n++;
    sum.confidence += confidence;
    if (isRight) sum.right++;
  }
  return sums.map(({ n, right, confidence }, tenth) => ({
    tenth,
    n,
    right,
    meanConfidence: n === 0 ? null : confidence / n,
    shareRight: n === 0 ? null : right / n,
    interval: computeWilsonInterval(right, n),
  }));
}
