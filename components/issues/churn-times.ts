import { formatFixed } from '@/lib/core/format';
import type { ImpactDetails } from '@/lib/impact/schema';

type Estimate = NonNullable<ImpactDetails['churn']['estimate']>;

/**
 * The risk ratio in words, the same on every screen: "4.8 times as often as like accounts in months without it
 * (95% interval 2.7 to 8.5)". It is the raw ratio; the shrunk one serves ranks and ARR at risk.
 */
export function describeTimes({ riskRatio, interval }: Pick<Estimate, 'riskRatio' | 'interval'>): string {
  const range =
    interval.low === null || interval.high === null
      ? 'interval unknown'
      : `95% interval ${formatFixed(interval.low, 1)} to ${formatFixed(interval.high, 1)}`;
  return `${formatFixed(riskRatio, 1)} times as often as like accounts in months without it (${range})`;
}

/** What rank and revenue at risk count with, to stand beside the raw ratio: "counted as 2.0". */
export function describeCounted(shrunkRatio: number): string {
  return `counted as ${formatFixed(shrunkRatio, 1)}`;
}

/** Explains {@link describeCounted} once for a list. */
export const COUNTED_EXPLANATION =
  'Of many issues some look worse than they are by chance alone. So each ratio is pulled towards 1, the more the fewer the data behind it, and “counted as” is what is left: with that the churn component and the revenue at risk are computed. The first ratio and its interval are what the data say.';
