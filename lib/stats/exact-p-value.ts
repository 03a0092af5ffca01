/** Outcomes this much likelier than the observed one still count as equally likely, as in R's fisher.test and binom.test. */
const RELATIVE_TOLERANCE = 1 + 1e-7;

/**
 * Two-sided p value (0..1) of a discrete outcome: the probability of all outcomes at most as likely as the observed one.
 *
 * @param first the smallest possible outcome
 * @param last the largest possible outcome
 * @param observed the outcome seen, between them
 * @param ratioToNext how many times likelier outcome k + 1 is than outcome k
 */
export function computeExactPValue(
  first: number,
  last: number,
  observed: number,
  ratioToNext: (outcome: number) => number,
): number {
  const logWeights = [0];
  let logWeight = 0;
  for (let outcome = first; outcome < last; outcome++) {
    logWeight += Math.log(ratioToNext(outcome));
    logWeights.push(logWeight);
  }
  const largest = logWeights.reduce((left, right) => Math.max(left, right));
  const weights = logWeights.map((value) => Math.exp(value - largest));
  const limit = (weights[observed - first] ?? 0) * RELATIVE_TOLERANCE;
  let atMost = 0;
  let total = 0;
  for (const weight of weights) {
    total += weight;
    if (weight <= limit) atMost += weight;
  }
  return Math.min(1, atMost / total);
}
