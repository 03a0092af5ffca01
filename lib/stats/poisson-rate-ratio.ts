import { betaQuantile } from '@/lib/stats/beta';
import { computeExactPValue } from '@/lib/stats/exact-p-value';

/** Events over a stretch of exposure (for example account-months) before and after a date. */
export interface RateCounts {
  countBefore: number;
  exposureBefore: number;
  countAfter: number;
  exposureAfter: number;
}

/** How many times the rate before is the rate after. */
export interface RateRatio {
  /** Null without an event afterwards: the ratio is then unbounded (or, with no event at all, unknown). */
  rateRatioBeforeOverAfter: number | null;
  /** A null `high` means unbounded. */
  interval: { low: number; high: number | null };
  pValue: number;
}

/**
 * Ratio of two Poisson rates with the exact conditional 95 % interval and two-sided p value: given the total, the count
 * before is binomial. Null without exposure on both sides. Source: R's `poisson.test` with two samples.
 */
export function computePoissonRateRatio(counts: RateCounts): RateRatio | null {
  const { countBefore, exposureBefore, countAfter, exposureAfter } = counts;
  if (!(exposureBefore > 0 && exposureAfter > 0)) return null;
  const total = countBefore + countAfter;
  const exposureRatio = exposureAfter / exposureBefore;
  const toRatio = (share: number) => (share / (1 - share)) * exposureRatio;
  return {
    rateRatioBeforeOverAfter: countAfter === 0 ? null : (countBefore / countAfter) * exposureRatio,
    interval: {
      low: countBefore === 0 ? 0 : toRatio(betaQuantile(0.025, countBefore, countAfter + 1)),
      high: countAfter === 0 ? null : toRatio(betaQuantile(0.975, countBefore + 1, countAfter)),
    },
    pValue: computeExactPValue(0, total, countBefore, (k) => (total - k) / (k + 1) / exposureRatio),
  };
}
