import { expect, it } from 'vitest';
import { makeRandom } from '@/lib/core/random';
import { makeAccount } from '@/lib/impact/testing/make-account';
import { computeHoldOutEffect } from '@/lib/issues/hold-out-effect';

const FIRST = 20_000;

/** Accounts that complain in each 30 days by chance; a half of them gets a fix that divides the chance by `helps`. */
function simulate({
  seed,
  accounts,
  helps,
  trend = 1,
}: {
  seed: number;
  accounts: number;
  helps: number;
  trend?: number;
}) {
  const random = makeRandom(seed);
  const list = Array.from({ length: accounts }, (_, index) => makeAccount(`a${index}`));
  const firstIds = new Set(list.filter(() => random() < 0.5).map(({ accountId }) => accountId));
  const mentions = list.flatMap(({ accountId }) =>
    Array.from({ length: 12 }, (_, index) => index - 6).flatMap((month) => {
      const chance = 0.2 * (month < 0 ? 1 : trend / (firstIds.has(accountId) ? helps : 1));
      const occurredDay = FIRST + 30 * month + 4;
      return random() < chance ? [{ unitId: accountId, themeId: 'fixed', occurredDay }] : [];
    }),
  );
  return {
    ...{ accounts: list, mentions, firstIds, themeId: 'fixed', firstDay: FIRST, shippedDay: null },
    feedbackFrom: FIRST - 200,
    feedbackUntil: FIRST + 180,
  };
}

it('finds what a fix did for those who got it first, whatever happened to all', () => {
  const { effect } = computeHoldOutEffect(simulate({ seed: 1, accounts: 400, helps: 4, trend: 1.5 }));
  expect(effect?.monthsBefore).toBe(6);
  expect(effect?.ratio?.ratio).toBeGreaterThan(0.15);
  expect(effect?.ratio?.ratio).toBeLessThan(0.36);
  expect(effect?.ratio?.interval?.high).toBeLessThan(0.5);
  expect((effect?.firstAccounts ?? 0) + (effect?.otherAccounts ?? 0)).toBe(400);
});

it('has an interval that covers "no effect" where there is none, in some 95 of 100 simulations', () => {
  let covered = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const interval = computeHoldOutEffect(simulate({ seed, accounts: 120, helps: 1 })).effect?.ratio
      ?.interval;
    if (interval && interval.low <= 1 && interval.high >= 1) covered++;
  }
  expect(covered).toBeGreaterThanOrEqual(53);
});

it('ends the comparison on the day when all got it, and counts customers alone', () => {
  const simulated = simulate({ seed: 2, accounts: 100, helps: 2 });
  const left = simulated.accounts.map((account, index) =>
    index < 10 ? { ...account, churnedDay: FIRST - 200 } : account,
  );
  const { effect } = computeHoldOutEffect({ ...simulated, accounts: left, shippedDay: FIRST + 75 });
  expect(effect?.monthsAfter).toBe(2);
  expect((effect?.firstAccounts ?? 0) + (effect?.otherAccounts ?? 0)).toBe(90);
});

it('says why it says nothing', () => {
  const simulated = simulate({ seed: 2, accounts: 20, helps: 2 });
  const reasonOf = (changes: Partial<typeof simulated> & { shippedDay?: number }) =>
    computeHoldOutEffect({ ...simulated, ...(changes as Partial<typeof simulated>) }).reason;
  expect(reasonOf({ feedbackUntil: FIRST + 29 })).toBe('too_early');
  expect(reasonOf({ feedbackFrom: FIRST - 29 })).toBe('too_little_before');
  expect(reasonOf({ firstIds: new Set() })).toBe('nobody_waited');
  expect(reasonOf({ mentions: simulated.mentions.slice(0, 4) })).toBe('too_few_complaints');
});
