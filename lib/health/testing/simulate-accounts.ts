import { makeRandom } from '@/lib/core/random';
import { monthStart, toEpochDay } from '@/lib/health/day-counts';
import type { HealthAccount } from '@/lib/health/features';

const FIRST_DAY = toEpochDay(new Date('2024-01-01'));
const NOTHING = { days: [], counts: [] };

/** An account on a plan with nothing recorded of it, unless told otherwise. */
export function makeHealthAccount(accountId: string, changes: Partial<HealthAccount> = {}): HealthAccount {
  return {
    ...{ accountId, plan: 'team', segment: null, churnedDay: null, renewalDay: null },
    startedDay: FIRST_DAY - 400,
    arr: [{ fromDay: FIRST_DAY - 400, cents: 1_200_000, currency: 'USD', convertedCents: 1_200_000 }],
    ...{ said: NOTHING, problems: NOTHING, praise: NOTHING, conversations: NOTHING },
    ...{ usage: NOTHING, usageUntil: Number.POSITIVE_INFINITY, nps: NOTHING, lowRatings: NOTHING },
    ...changes,
  };
}

/**
 * Accounts over 24 months whose use is steady or, in some, halves in a month drawn for each. The monthly chance of leaving
 * after that is `fadedHazard`, else `hazard`.
 */
export function simulateHealthAccounts({
  seed,
  accounts,
  hazard,
  fadedHazard,
}: {
  seed: number;
  accounts: number;
  hazard: number;
  fadedHazard: number;
}): { accounts: HealthAccount[]; coverage: { from: number; until: number } } {
  const random = makeRandom(seed);
  const months = 24;
  const made = Array.from({ length: accounts }, (_, number) => {
    const fadesIn = random() < 0.5 ? Math.floor(random() * months) : months;
    let churnedDay: number | null = null;
    const usage = { days: [] as number[], counts: [] as number[] };
    for (let month = 0; month < months && churnedDay === null; month++) {
      const start = monthStart(FIRST_DAY, month);
      const hasFaded = month > fadesIn + 1;
      if (month > 3 && random() < (hasFaded ? fadedHazard : hazard))
        churnedDay = start + Math.floor(random() * 28);
      for (let week = 0; week < 4 && (churnedDay === null || start + 7 * week < churnedDay); week++) {
        usage.days.push(start + 7 * week);
        usage.counts.push(month > fadesIn ? 10 : 40);
      }
    }
    return makeHealthAccount(`account-${number}`, {
      plan: number % 3 === 0 ? 'team' : 'free',
      churnedDay,
      usage,
    });
  });
  return { accounts: made, coverage: { from: FIRST_DAY, until: monthStart(FIRST_DAY, months) } };
}
