import { EARLIER_WEEKS, RECENT_WEEKS, type UsageTrend } from '@/lib/accounts/usage-trend';
import { formatNumber, formatPercent } from '@/lib/core/format';

/** A trend of use in plain words, with the two means it compares. */
export function describeUsage(trend: UsageTrend | null): string {
  if (!trend) return 'Too few weeks to say whether use changed.';
  const means = `${formatNumber(trend.recentMean, 1)} people a week over the last ${RECENT_WEEKS} weeks, ${formatNumber(trend.earlierMean, 1)} over the ${EARLIER_WEEKS} before`;
  if (trend.direction === 'steady') return `Use is steady: ${means}.`;
  const change = formatPercent(Math.abs(trend.changeShare));
  return trend.direction === 'faded'
    ? `Use has faded by ${change}: ${means}.`
    : `Use has grown by ${change}: ${means}.`;
}
