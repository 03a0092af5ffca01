import { logGamma } from '@/lib/stats/log-gamma';

/** Log probability of one count. */
function logProbability(count: number, mean: number, dispersion: number): number {
  if (dispersion <= 1) return count * Math.log(mean) - mean - logGamma(count + 1);
  const size = mean / (dispersion - 1);
  return (
    logGamma(count + size) -
    logGamma(size) -
    logGamma(count + 1) -
    size * Math.log(dispersion) +
    count * Math.log1p(-1 / dispersion)
  );
}

/**
 * Probability (0..1) of a count of at least this, where counts have this mean (above 0) and variance dispersion x mean:
 * negative binomial, or Poisson at a dispersion of 1. Summed from the side that is small, so that far tails keep their digits.
 */
export function countUpperTail(count: number, mean: number, dispersion: number): number {
  if (count <= 0) return 1;
  const isLow = count <= mean;
  const step = isLow ? -1 : 1;
  let sum = 0;
  for (let at = isLow ? count - 1 : count; at >= 0; ) {
    const term = Math.exp(logProbability(at, mean, dispersion));
    if (sum + term === sum) break;
    sum += term;
    at += step;
  }
  return isLow ? 1 - sum : sum;
}

/** The smallest count that is exceeded with a probability of at most alpha; as {@link countUpperTail}. */
export function countQuantile(mean: number, dispersion: number, alpha: number): number {
  let bound = Math.floor(mean);
  while (countUpperTail(bound + 1, mean, dispersion) > alpha) bound++;
  while (bound > 0 && countUpperTail(bound, mean, dispersion) <= alpha) bound--;
  return bound;
}
