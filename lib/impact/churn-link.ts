/** From this q value on an association may be chance among so many themes. */
export const MAX_LINKED_Q_VALUE = 0.05;

/**
 * Whether a theme may be called associated with churn: its q value is below 0.05 and the whole 95 % interval of its risk
 * ratio lies above 1. Without an estimate it may not.
 */
export function isChurnLinked({
  estimate,
}: {
  estimate: { qValue: number; interval: { low: number | null } } | null;
}): boolean {
  if (estimate === null || estimate.interval.low === null) return false;
  return estimate.qValue < MAX_LINKED_Q_VALUE && estimate.interval.low > 1;
}
