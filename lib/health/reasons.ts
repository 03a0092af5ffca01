import type { EpochDay } from '@/lib/health/day-counts';
import { type HealthAccount, measure } from '@/lib/health/features';
import { measureMore } from '@/lib/health/measure-more';
import type { HealthColumn, HealthReason, ReasonKey } from '@/lib/health/schema';

const MOST_REASONS = 6;
/** A change of the odds by less than a tenth is no reason. */
const LEAST_CONTRIBUTION = Math.log(1.1);

/**
 * What moves an account's chance away from that of an average one, the strongest first: the columns of one reason (such as
 * the plans) are added up. The log odds are the model's intercept plus all contributions.
 */
export function findReasons(
  account: HealthAccount,
  day: EpochDay,
  columns: readonly HealthColumn[],
  contributions: readonly number[],
): HealthReason[] {
  const sums = new Map<ReasonKey, number>();
  for (const [index, { key }] of columns.entries()) {
    sums.set(key, (sums.get(key) ?? 0) + (contributions[index] ?? 0));
  }
  return [...sums]
    .filter(([, contribution]) => Math.abs(contribution) >= LEAST_CONTRIBUTION)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, MOST_REASONS)
    .map(([key, contribution]) => ({
      key,
      contribution,
      value: measure(account, key, day),
      more: measureMore(account, key, day),
      label: key === 'plan' || key === 'segment' ? account[key] : null,
    }));
}
