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
