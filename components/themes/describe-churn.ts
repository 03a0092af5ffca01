import { formatCount, formatFixed, formatNumber } from '@/lib/core/format';
import type { NoEstimateReason } from '@/lib/impact/churn-association';
import { isChurnLinked, MAX_LINKED_Q_VALUE } from '@/lib/impact/churn-link';
import { describeReason } from '@/lib/impact/explain';
import type { ImpactDetails } from '@/lib/impact/schema';
import { describeChance, formatProbability } from '@/lib/stats/describe-chance';

export interface ChurnInWords {
  text: string;
  /** The test behind the words; null without an estimate. */
  figures: string | null;
}

/** How a theme goes with churn, in words that say no more than the comparison does: never that it causes any. */
export function describeChurn(churn: ImpactDetails['churn']): ChurnInWords {
  const { estimate, exposedAccounts, exposedChurned, exposedMonths } = churn;
  if (!estimate) {
    const reason = churn.reason === null ? 'unknown' : describeReason(churn.reason as NoEstimateReason);
    return { text: `No estimate of how it goes with churn: ${reason}.`, figures: null };
  }
  const { riskRatio, interval, qValue } = estimate;
  const range =
    interval.low === null || interval.high === null
      ? ''
      : `95% interval ${formatNumber(interval.low, 1)} to ${formatNumber(interval.high, 1)}, `;
  const figures = `risk ratio ${formatNumber(riskRatio, 2)}, ${range}${describeChance(qValue)}, ${formatProbability('q', qValue)}; ${exposedChurned} left in ${formatCount(exposedMonths, 'month')} of ${formatCount(exposedAccounts, 'account')} with the problem`;
  const compared = `accounts with this problem left ${formatFixed(riskRatio, 1)} times as often as comparable accounts without it`;
  if (isChurnLinked(churn)) return { text: `Associated with churn: ${compared}.`, figures };
  if (qValue < MAX_LINKED_Q_VALUE && interval.high !== null && interval.high < 1) {
    return { text: `Associated with less churn: ${compared}.`, figures };
  }
  return { text: 'No detectable association with churn, beside comparable accounts.', figures };
}
