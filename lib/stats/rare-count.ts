import { countUpperTail } from '@/lib/stats/count-tail';

/** A count held against the counts before it. */
export interface RareCount {
  /** The mean of the counts before, with half a count added so that silence does not make one mention impossible. */
  expected: number;
  /** Variance over mean of the next count, above 1. */
  dispersion: number;
  /** One-sided: probability of so high a count, or a higher one, without a change. */
  pValue: number;
}

/**
 * How rare a count is by the counts before it, for counts too small for a normal approximation: the negative binomial
 * that a Poisson count has when its mean is known from these counts only (Jeffreys' gamma prior), widened by their own
 * overdispersion where they vary more than Poisson counts do. Null without counts before.
 * Source: the predictive distribution of the Gamma-Poisson model, Gelman et al., Bayesian Data Analysis, 2.6.
 */
export function computeRareCount(before: readonly number[], count: number): RareCount | null {
  const n = before.length;
  if (n === 0) return null;
  const sum = before.reduce((total, each) => total + each, 0);
  const mean = sum / n;
  const variance = n > 1 ? before.reduce((total, each) => total + (each - mean) ** 2, 0) / (n - 1) : 0;
  const expected = (sum + 0.5) / n;
  const dispersion = Math.max(1, mean > 0 ? variance / mean : 1) + 1 / n;
  return { expected, dispersion, pValue: countUpperTail(count, expected, dispersion) };
}
