import type { Interval } from '@/lib/stats/interval';
import { normalTwoSidedPValue, Z_95 } from '@/lib/stats/normal';

/** One group of like with like: how many were exposed or not, and how many of each churned. */
export interface Stratum {
  exposedTotal: number;
  exposedChurned: number;
  unexposedTotal: number;
  unexposedChurned: number;
}

/** A risk ratio over strata; the log scale is where its error is symmetric. */
export interface RiskRatio {
  riskRatio: number;
  logRiskRatio: number;
  standardError: number;
  interval: Interval;
}

/** What strata add up to, for those who go through them without making objects. */
export interface MantelHaenszelSums {
  exposed: number;
  unexposed: number;
  spread: number;
}

export function noStrata(): MantelHaenszelSums {
  return { exposed: 0, unexposed: 0, spread: 0 };
}

/** Adds a stratum; one with only one of the two groups says nothing. */
export function addStratum(
  sums: MantelHaenszelSums,
  exposedTotal: number,
  exposedChurned: number,
  unexposedTotal: number,
  unexposedChurned: number,
): void {
  if (exposedTotal === 0 || unexposedTotal === 0) return;
  const total = exposedTotal + unexposedTotal;
  sums.exposed += (exposedChurned * unexposedTotal) / total;
  sums.unexposed += (unexposedChurned * exposedTotal) / total;
  const churned = exposedChurned + unexposedChurned;
  sums.spread +=
    ((exposedTotal / total) * unexposedTotal * churned) / total - (exposedChurned * unexposedChurned) / total;
}

/**
 * Mantel-Haenszel risk ratio: how many times likelier churn is with exposure, comparing only inside strata, with the 95 %
 * interval of Greenland & Robins 1985. A stratum with only one of the two groups says nothing. Null where undefined:
 * nobody comparable churned on one of the sides. Source: `metafor::rma.mh(measure = "RR", correct = FALSE)`.
 */
export function computeMantelHaenszel(strata: readonly Stratum[]): RiskRatio | null {
  const sums = noStrata();
  for (const { exposedTotal, exposedChurned, unexposedTotal, unexposedChurned } of strata) {
    addStratum(sums, exposedTotal, exposedChurned, unexposedTotal, unexposedChurned);
  }
  return finishMantelHaenszel(sums);
}

/** The ratio of what {@link addStratum} added up; null where undefined. */
export function finishMantelHaenszel({ exposed, unexposed, spread }: MantelHaenszelSums): RiskRatio | null {
  if (exposed === 0 || unexposed === 0) return null;
  const logRiskRatio = Math.log(exposed / unexposed);
  const standardError = Math.sqrt(Math.max(0, spread) / (exposed * unexposed));
  return {
    riskRatio: exposed / unexposed,
    logRiskRatio,
    standardError,
    interval: {
      low: Math.exp(logRiskRatio - Z_95 * standardError),
      high: Math.exp(logRiskRatio + Z_95 * standardError),
    },
  };
}

/**
 * Cochran-Mantel-Haenszel test of "no association in any stratum". Null with fewer than two strata (Fisher's test is for
 * one) and where nothing can vary. Source: R's `mantelhaen.test`.
 * @param isCorrected whether half a churned account is taken off the excess, since it comes in whole ones: as with an exact
 *   test, a true "no association" is then rejected no more often than asked for, also where few churned
 */
export function testCochranMantelHaenszel(
  strata: readonly Stratum[],
  { isCorrected = false } = {},
): { chiSquare: number; pValue: number } | null {
  if (strata.length < 2) return null;
  let excess = 0;
  let variance = 0;
  for (const { exposedTotal, exposedChurned, unexposedTotal, unexposedChurned } of strata) {
    const total = exposedTotal + unexposedTotal;
    if (total < 2) continue;
    const churned = exposedChurned + unexposedChurned;
    excess += exposedChurned - (exposedTotal * churned) / total;
    variance += (exposedTotal * unexposedTotal * churned * (total - churned)) / (total * total * (total - 1));
  }
  if (variance === 0) return null;
  const correction = isCorrected && Math.abs(excess) >= 0.5 ? 0.5 : 0;
  const z = (Math.abs(excess) - correction) / Math.sqrt(variance);
  return { chiSquare: z * z, pValue: normalTwoSidedPValue(z) };
}
