import { formatCount, formatNumber, formatPoints } from '@/lib/core/format';
import type { ImpactDetails } from '@/lib/impact/schema';
import { scales } from '@/lib/responses/schema';
import type { DrivenMetric } from '@/lib/stats/answer-value';
import { describeChance } from '@/lib/stats/describe-chance';

/** Where nobody, or everybody, complains of a problem. */
export const noScoreEffect = (metric: DrivenMetric): string =>
  `${scales[metric].name}: nobody, or everybody, who gave a score and wrote something complains of this, so how it goes with the score is unknown.`;

/**
 * How a problem goes with a score, with interval and numbers of people, in parts, for the numbers open rows; an association,
 * never an effect.
 */
export function describeScore(
  metric: DrivenMetric,
  score: NonNullable<ImpactDetails['score']>,
): {
  effect: string;
  all: string;
  between: string;
  complaining: string;
  basis: string;
} {
  const { name } = scales[metric];
  const unit = metric === 'nps' ? 'points' : 'percentage points';
  const { impactPoints, interval, qValue, contactsWithTheme, contacts } = score;
  const range =
    interval.low === null || interval.high === null
      ? 'interval unknown'
      : `95% interval ${formatPoints(interval.low, 1)} to ${formatPoints(interval.high, 1)}`;
  return {
    effect: `${name}: associated with ${formatPoints(impactPoints, 1)} ${unit} (${range}), ${describeChance(qValue)}. That is the ${name} of all `,
    all: formatCount(contacts, 'person', 'people'),
    between: ` who gave a score and wrote something, minus the ${name} without the responses that complain of this, from `,
    complaining: `${formatNumber(contactsWithTheme)} of them`,
    basis:
      '. The interval takes as given how many people complain, and says how sure the figure is with so many. All answers of a person count, not only the latest.',
  };
}
