import { firstDayOf } from '@/lib/impact/months';
import type { PanelAccount } from '@/lib/impact/panel';

/** An account on one plan with 12,000.00 a year since 2020, never churned, unless told otherwise. */
export function makeAccount(accountId: string, changes: Partial<PanelAccount> = {}): PanelAccount {
  const startedDay = firstDayOf(12 * 2020);
  return {
    accountId,
    plan: 'team',
    arrHistory: [{ fromDay: startedDay, arrCents: 1_200_000 }],
    startedDay,
    churnedDay: null,
    renewalDay: null,
    ...changes,
  };
}
