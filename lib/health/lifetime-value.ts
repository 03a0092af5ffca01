import { convertCents, type MinorUnitFactors } from '@/lib/accounts/minor-unit-factors';
import { type EpochDay, monthsBetween } from '@/lib/health/day-counts';
import { betaQuantile } from '@/lib/stats/beta';
import type { Interval } from '@/lib/stats/interval';

/** How many account-months were watched, and in how many of them the account left. */
export interface ChurnMonths {
  months: number;
  churned: number;
}

/** What an account has brought, in minor units of the workspace's currency. */
export interface RealisedValue {
  cents: number;
  /** Payments on record, or else ARR times the time it held. */
  from: 'payments' | 'arr';
  /** Whole calendar months as a customer; null where its start is not known. */
  months: number | null;
}

export interface ExpectedLife {
  /** Months it is still expected to pay for, of the {@link LIFE_HORIZON_MONTHS} ahead. */
  months: number;
  interval: Interval;
  /** Monthly chance of leaving, 0..1. */
  hazard: number;
}

/** A remaining life is counted this far ahead: nobody knows who pays in six years. */
export const LIFE_HORIZON_MONTHS = 60;
/** The weight of all accounts in the rate of one plan, in account-months, as in lib/impact/base-rates. */
const PRIOR_ACCOUNT_MONTHS = 120;
const DAYS_PER_YEAR = 365.25;

/**
 * Expected remaining life under a constant monthly chance p of leaving (a geometric lifetime), the coming month counted:
 * (1 - (1-p)^60) / p months. p is the plan's rate, shrunk to that of all accounts by 120 account-months; its 95 % interval
 * is that of the Beta posterior. Null where no month was watched.
 */
export function computeExpectedLife(plan: ChurnMonths, all: ChurnMonths): ExpectedLife | null {
  if (all.months === 0) return null;
  const overall = (all.churned + 0.5) / (all.months + 1);
  const alpha = plan.churned + PRIOR_ACCOUNT_MONTHS * overall;
  const beta = plan.months - plan.churned + PRIOR_ACCOUNT_MONTHS * (1 - overall);
  const hazard = alpha / (alpha + beta);
  return {
    hazard,
    months: monthsAhead(hazard),
    interval: {
      low: monthsAhead(betaQuantile(0.975, alpha, beta)),
      high: monthsAhead(betaQuantile(0.025, alpha, beta)),
    },
  };
}

function monthsAhead(hazard: number): number {
  if (hazard <= 0) return LIFE_HORIZON_MONTHS;
  return (1 - (1 - hazard) ** LIFE_HORIZON_MONTHS) / hazard;
}

/** What the account paid up to `until` (exclusive) or its leaving; null where neither payments nor ARR can be told. */
export function computeRealisedValue(
  account: {
    startedDay: EpochDay | null;
    churnedDay: EpochDay | null;
    /** Ascending by day. */
    arr: readonly { fromDay: EpochDay; arrCents: number; currency: string }[];
    /** Refunds below 0. */
    payments: readonly { cents: number; currency: string }[];
  },
  until: EpochDay,
  factors: MinorUnitFactors,
): RealisedValue | null {
  const { startedDay, churnedDay, arr, payments } = account;
  const end = Math.min(until, churnedDay ?? until);
  const months = startedDay === null ? null : Math.max(0, monthsBetween(startedDay, end));
  if (payments.length > 0) {
    const sums = payments.map(({ cents, currency }) => convertCents(cents, currency, factors));
    const cents = addKnown(sums);
    return cents === null ? null : { cents, from: 'payments', months };
  }
  const first = arr[0];
  if (!first) return null;
  // An only line holds for all time, for an import knows what an account pays, not since when.
  const begin = startedDay ?? (arr.length > 1 ? first.fromDay : null);
  if (begin === null) return null;
  const parts = arr.flatMap(({ fromDay, arrCents, currency }, index) => {
    const from = Math.max(begin, index === 0 ? begin : fromDay);
    const to = Math.min(end, arr[index + 1]?.fromDay ?? end);
    // What never held needs no rate.
    return to > from ? [convertCents((arrCents * (to - from)) / DAYS_PER_YEAR, currency, factors)] : [];
  });
  const cents = addKnown(parts);
  return cents === null ? null : { cents, from: 'arr', months };
}

/** The sum, null where one of the amounts is not known. */
function addKnown(amounts: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const amount of amounts) {
    if (amount === null) return null;
    sum += amount;
  }
  return sum;
}
