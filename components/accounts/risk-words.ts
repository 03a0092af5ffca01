import { describeTimes } from '@/components/issues/churn-times';
import { formatPercent } from '@/lib/core/format';
import { isChurnLinked } from '@/lib/impact/churn-link';
import type { NoRiskReason } from '@/lib/impact/describe-accounts';
import { describeReason } from '@/lib/impact/explain';
import type { ImpactDetails } from '@/lib/impact/schema';

/** Why ARR at risk is a dash. */
export const noRiskWords: Record<NoRiskReason, string> = {
  'not-computed': 'Not computed yet: it follows once feedback has been read and issues ranked',
  churned: 'Has churned: nothing is left to be at risk',
  'no-arr': 'Its ARR is not known',
  'no-rate': 'Its ARR is in a currency without a rate to the currency of the workspace',
  'no-base-rate': 'It is not known how many accounts like it leave anyway',
};

/** How a theme goes with churn, in a sentence with its range: the ratio that its issue shows. */
export function describeChurn(churn: ImpactDetails['churn']): string {
  const { estimate, reason } = churn;
  if (estimate === null) {
    return `No estimate: ${reason === null ? 'there is too little to tell' : describeReason(reason)}.`;
  }
  const times = describeTimes(estimate);
  if (isChurnLinked(churn)) return `Associated with churn: accounts with it left ${times}.`;
  return estimate.riskRatio > 1
    ? `May be chance: accounts with it left ${times}.`
    : `Not associated with more churn: accounts with it left ${times}.`;
}

/** What a theme puts at risk of the account's ARR. */
export function describeShare(lostShare: number | null): string {
  if (lostShare === null) return 'Not known: nor is how many accounts like it leave anyway';
  if (lostShare <= 0) return 'None: no more churn than usual goes with it';
  return `${formatPercent(lostShare)} of its ARR over 12 months`;
}
