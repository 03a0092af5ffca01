import { type EpochDay, monthsBetween, sumWithin } from '@/lib/health/day-counts';
import { findArrChanges, type HealthAccount, LONG_WINDOW_DAYS, WINDOW_DAYS } from '@/lib/health/features';
import type { ReasonKey } from '@/lib/health/schema';

/**
 * The number that a reason is told with where `measure` only says yes or no: months to the renewal (0 is this month), the share
 * by which ARR went down or up, statements heard, or days since the last where nothing was heard. Null where there is none.
 */
export function measureMore(account: HealthAccount, key: ReasonKey, day: EpochDay): number | null {
  switch (key) {
    case 'renewal':
      return account.renewalDay === null ? null : ((monthsBetween(day, account.renewalDay) % 12) + 12) % 12;
    case 'paidLess':
      return sumChanges(account, day, (change) => change < 0);
    case 'paidMore':
      return sumChanges(account, day, (change) => change > 0);
    case 'silence': {
      const heard = sumWithin(account.said, day - WINDOW_DAYS, day);
      const last = account.said.days.findLast((said) => said < day);
      return heard > 0 ? heard : last === undefined ? null : day - last;
    }
    default:
      return null;
  }
}

/** The changes of half a year that go one way, one after the other; null without any. */
function sumChanges(account: HealthAccount, day: EpochDay, fits: (change: number) => boolean): number | null {
  const changes = findArrChanges(account, day - LONG_WINDOW_DAYS, day).filter(fits);
  return changes.length === 0 ? null : changes.reduce((product, change) => product * (1 + change), 1) - 1;
}
