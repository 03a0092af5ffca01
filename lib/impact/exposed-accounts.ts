import type { EpochDay } from '@/lib/impact/months';
import type { PanelAccount, ProblemMention } from '@/lib/impact/panel';
import { findArrCents, type RevenueBand, revenueBandOf } from '@/lib/impact/revenue-bands';

/** An active account with a problem mention of a theme in the latest window. */
export interface ExposedAccount {
  accountId: string;
  plan: string | null;
  revenueBand: RevenueBand;
  /** Null where unknown. */
  arrCents: number | null;
}

/** Whether an account is a customer at the start of a day: it started on or before it and did not churn before it. */
export function isActive({ startedDay, churnedDay }: PanelAccount, day: EpochDay): boolean {
  return (startedDay === null || startedDay <= day) && (churnedDay === null || churnedDay >= day);
}

/**
 * For each theme the accounts active on `asOfDay` with a problem mention in [asOfDay - windowDays, asOfDay), in the order
 * the accounts are given. This is exposure now: no lag, since nothing is predicted from it that it could give away.
 */
export function findExposedAccounts(
  accounts: readonly PanelAccount[],
  mentions: readonly ProblemMention[],
  { asOfDay, windowDays }: { asOfDay: EpochDay; windowDays: number },
): Map<string, ExposedAccount[]> {
  const themesOf = new Map<string, Set<string>>();
  for (const { unitId, themeId, occurredDay } of mentions) {
    if (occurredDay < asOfDay - windowDays || occurredDay >= asOfDay) continue;
    const themes = themesOf.get(unitId);
    if (themes === undefined) themesOf.set(unitId, new Set([themeId]));
    else themes.add(themeId);
  }
  const exposed = new Map<string, ExposedAccount[]>();
  for (const account of accounts) {
    if (!isActive(account, asOfDay)) continue;
    const arrCents = findArrCents(account.arrHistory, asOfDay);
    for (const themeId of themesOf.get(account.accountId) ?? []) {
      const list = exposed.get(themeId) ?? [];
      list.push({
        accountId: account.accountId,
        plan: account.plan,
        revenueBand: revenueBandOf(arrCents),
        arrCents,
      });
      exposed.set(themeId, list);
    }
  }
  return exposed;
}
