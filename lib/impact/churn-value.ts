/**
 * What churn adds to a theme's priority, below 1: the share of the churn of accounts with the problem that goes with it,
 * 1 - 1 / shrunk risk ratio (the attributable fraction among the exposed), x 1 - q, the certainty that it is no chance
 * finding. It depends on the theme's own evidence, not on the largest of a list: where nothing is associated, all are near
 * 0, and no theme has more than its q value allows. Below 0 where less churn goes with the theme; 0 without an estimate.
 */
export function computeChurnValue(shrunkLogRiskRatio: number, qValue: number | null): number {
  return qValue === null ? 0 : -Math.expm1(-shrunkLogRiskRatio) * (1 - qValue);
}

/** {@link computeChurnValue} of an association as a run has it. */
export function churnValueOf({
  shrunk,
  estimate,
}: {
  shrunk: { riskRatio: number };
  estimate: { qValue: number } | null;
}): number {
  return computeChurnValue(Math.log(shrunk.riskRatio), estimate?.qValue ?? null);
}
