import { formatFixed, formatPercent } from '@/lib/core/format';
import { isChurnLinked } from '@/lib/impact/churn-link';
import type { NoRiskReason } from '@/lib/impact/describe-accounts';
import type { ImpactDetails } from '@/lib/impact/schema';

/** Why ARR at risk is a dash. */
export const noRiskWords: Record<NoRiskReason, string> = {
  'not-computed': 'Not computed yet: it follows once feedback has been read and issues ranked',
  churned: 'Has churned: nothing is left to be at risk',
  'no-arr': 'Its ARR is not known',
  'no-rate': 'Its ARR is in a currency without a rate to the currency of the workspace',
  'no-base-rate': 'Too few accounts like it to say how many churn anyway',
};

/** How a theme goes with churn, in a sentence with its range. */
export function describeChurn(churn: ImpactDetails['churn']): string {
  const { riskRatio, interval } = churn.shrunk;
  const range = `95% interval ${ratio(interval.low)} to ${ratio(interval.high)}`;
  if (isChurnLinked(churn)) {
    return `Associated with ${formatFixed(riskRatio, 1)} times the usual churn (${range}).`;
  }
  if (riskRatio <= 1)
    return `Not associated with more churn than usual (${formatFixed(riskRatio, 1)} times; ${range}).`;
  return `Goes with ${formatFixed(riskRatio, 1)} times the usual churn, which may be chance (${range}).`;
}

/** What a theme puts at risk of the account's ARR. */
export function describeShare(lostShare: number | null): string {
  if (lostShare === null) return 'Not known: too few accounts like it to say how many churn anyway';
  if (lostShare <= 0) return 'None: no more churn than usual goes with it';
  return `${formatPercent(lostShare)} of its ARR over 12 months`;
}

function ratio(value: number | null): string {
  return value === null ? 'unknown' : formatFixed(value, 1);
}
