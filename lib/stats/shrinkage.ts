import { normalCdf } from '@/lib/stats/normal';

/** Themes are never taken to be all alike: the spread of their true log ratios is at least this, a tenth squared. */
const MIN_SPREAD = 0.01;

/** An estimate on the log scale with its standard error (above 0). */
export interface LogEstimate {
  logRiskRatio: number;
  standardError: number;
}

/** The same estimate after shrinkage towards 0. */
export interface ShrunkEstimate {
  logRiskRatio: number;
  standardError: number;
  /** Probability (0..1) that the true log ratio exceeds 0. */
  probabilityPositive: number;
}

/**
 * Spread (variance) of the true log ratios around 0, by moments: max(0.01, (sum w y^2 - m k) / sum w) with w = 1 / se^2 over
 * k estimates, and m for how many times each carries its sampling error: once in the data, twice in a bootstrap draw, whose
 * estimates scatter around those of the data as these do around the truth. Without estimates it is the least spread.
 */
export function computeSpread(estimates: readonly LogEstimate[], timesErred: 1 | 2 = 1): number {
  let weights = 0;
  let weightedSquares = 0;
  for (const { logRiskRatio, standardError } of estimates) {
    const weight = 1 / (standardError * standardError);
    weights += weight;
    weightedSquares += weight * logRiskRatio * logRiskRatio;
  }
  if (weights === 0) return MIN_SPREAD;
  return Math.max(MIN_SPREAD, (weightedSquares - timesErred * estimates.length) / weights);
}

/**
 * Empirical-Bayes shrinkage of one estimate towards 0, given the spread of the true values: the normal posterior. The less
 * an estimate knows, the nearer to 0 it ends; null (no estimate at all) ends at 0 with the spread as its variance.
 */
export function shrinkEstimate(estimate: LogEstimate | null, spread: number): ShrunkEstimate {
  if (estimate === null) {
    return { logRiskRatio: 0, standardError: Math.sqrt(spread), probabilityPositive: 0.5 };
  }
  const variance = estimate.standardError * estimate.standardError;
  const share = spread / (spread + variance);
  const logRiskRatio = estimate.logRiskRatio * share;
  const standardError = Math.sqrt(variance * share);
  return { logRiskRatio, standardError, probabilityPositive: normalCdf(logRiskRatio / standardError) };
}
