import { formatCount, formatMoneyCompact, formatMoneyRange } from '@/lib/core/format';

/** What is known of the revenue of the accounts that have a problem now; money in minor units. */
export interface RevenueFigures {
  exposedAccounts: number;
  /** Those of them with a known ARR. */
  accountsWithArr: number;
  exposedArrCents: number | null;
  arrAtRisk: { cents: number; lowCents: number | null; highCents: number | null } | null;
}

export interface RevenueInWords {
  /** The sums; null where unknown, and then the reason beside them is not. */
  exposed: string | null;
  atRisk: string | null;
  interval: string | null;
  noExposedReason: string | null;
  noAtRiskReason: string | null;
  /** How many of the accounts the sums rest on; null where on all. */
  basis: string | null;
}

/** Exposed revenue and revenue at risk in words: never 0 for what is not known. */
export function describeRevenue(figures: RevenueFigures, currency: string): RevenueInWords {
  const { exposedAccounts, accountsWithArr, exposedArrCents, arrAtRisk } = figures;
  const money = (cents: number) => formatMoneyCompact(cents, currency);
  if (exposedArrCents === null) {
    const reason =
      exposedAccounts === 0
        ? 'no account has it now'
        : `no revenue known for ${exposedAccounts === 1 ? 'its account' : `its ${formatCount(exposedAccounts, 'account')}`}`;
    return {
      exposed: null,
      atRisk: null,
      interval: null,
      noExposedReason: reason,
      noAtRiskReason: reason,
      basis: null,
    };
  }
  return {
    exposed: money(exposedArrCents),
    atRisk: arrAtRisk && money(arrAtRisk.cents),
    interval:
      arrAtRisk?.lowCents == null || arrAtRisk.highCents == null
        ? null
        : formatMoneyRange(arrAtRisk.lowCents, arrAtRisk.highCents, currency),
    noExposedReason: null,
    noAtRiskReason: arrAtRisk ? null : 'too little is known of who leaves to tell',
    basis:
      accountsWithArr < exposedAccounts
        ? `revenue known for ${accountsWithArr} of ${formatCount(exposedAccounts, 'account')}`
        : null,
  };
}
