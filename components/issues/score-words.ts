import { formatNumber, formatPoints } from '@/lib/core/format';
import type { ImpactDetails } from '@/lib/impact/schema';
import { describeChance } from '@/lib/stats/describe-chance';

/** How a problem goes with NPS, with interval and numbers of people; an association, never an effect. */
export function describeScore(score: ImpactDetails['score']): string {
  if (score === null) {
    return 'NPS: nobody, or everybody, who gave a score and wrote something complains of this, so how it goes with the score is unknown.';
  }
  const { impactPoints, interval, qValue, contactsWithTheme, contacts } = score;
  const range =
    interval.low === null || interval.high === null
      ? 'interval unknown'
      : `95% interval ${formatPoints(interval.low, 1)} to ${formatPoints(interval.high, 1)}`;
  return `NPS: associated with ${formatPoints(impactPoints, 1)} points (${range}), ${describeChance(qValue)}. That is the NPS of all ${formatNumber(contacts)} people who gave a score and wrote something, minus the NPS without the responses that complain of this, from ${formatNumber(contactsWithTheme)} of them.`;
}
