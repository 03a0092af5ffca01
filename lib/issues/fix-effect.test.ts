import { describe, expect, it } from 'vitest';
import { makeRandom } from '@/lib/core/random';
import type { PanelAccount, ProblemMention } from '@/lib/impact/panel';
import { computeFixEffect } from '@/lib/issues/fix-effect';

const SHIPPED = 20_000;
const account = (accountId: string, more: Partial<PanelAccount> = {}): PanelAccount => ({
  accountId,
  plan: null,
  arrHistory: [],
  startedDay: null,
  churnedDay: null,
  renewalDay: null,
  ...more,
});
const mention = (unitId: string, themeId: string, day: number): ProblemMention => ({
  unitId,
  themeId,
  occurredDay: SHIPPED + day,
});
const base = {
  themeId: 'fixed',
  untouchedIds: new Set(['other']),
  shippedDay: SHIPPED,
  feedbackFrom: SHIPPED - 365,
  feedbackUntil: SHIPPED + 65,
};

/** Accounts that complain in each 30 days with the chance given, of the fixed theme and of another one. */
function simulate(
  accounts: number,
  chances: { before: number; after: number; otherBefore: number; otherAfter: number },
  seed = 7,
) {
  const random = makeRandom(seed);
  const mentions: ProblemMention[] = [];
  const list = Array.from({ length: accounts }, (_, index) => account(`a${String(index).padStart(4, '0')}`));
  for (const { accountId } of list) {
    for (let month = -12; month < 6; month++) {
      const isAfter = month >= 0;
      if (random() < (isAfter ? chances.after : chances.before))
        mentions.push(mention(accountId, 'fixed', month * 30 + 3));
      if (random() < (isAfter ? chances.otherAfter : chances.otherBefore))
        mentions.push(mention(accountId, 'other', month * 30 + 4));
    }
  }
  return { accounts: list, mentions };
}

describe('computeFixEffect', () => {
  it('counts account-months, the day of the fix as after, and only of accounts that are customers', () => {
    const accounts = [
      account('a'),
      account('b'),
      account('left', { churnedDay: SHIPPED - 31 }),
      account('new', { startedDay: SHIPPED + 1 }),
    ];
    const mentions = [
      mention('a', 'fixed', -1),
      mention('a', 'fixed', -2),
      mention('a', 'fixed', -30),
      mention('a', 'fixed', -31),
      mention('b', 'fixed', -45),
      mention('b', 'fixed', -80),
      mention('b', 'fixed', 0),
      mention('left', 'fixed', -10),
      mention('new', 'fixed', 35),
      mention('nobody', 'fixed', 10),
      // The month is not over.
      mention('a', 'fixed', 61),
    ];
    const { effect } = computeFixEffect({ ...base, accounts, mentions, feedbackFrom: SHIPPED - 100 });
    expect(
      effect?.months.map(({ from, isAfter, activeAccounts, complainingAccounts }) => [
        from - SHIPPED,
        isAfter,
        activeAccounts,
        complainingAccounts,
      ]),
    ).toEqual([
      [-90, false, 3, 1],
      [-60, false, 3, 2],
      [-30, false, 2, 1],
      [0, true, 2, 1],
      [30, true, 3, 1],
    ]);
    expect(effect).toMatchObject({
      before: { activeMonths: 8, complainingMonths: 4 },
      after: { activeMonths: 5, complainingMonths: 2 },
      againstUntouched: null,
    });
    expect(effect?.rateRatio?.ratio).toBeCloseTo(2 / 5 / (4 / 8), 12);
  });

  it('finds a fix that halved complaints, on its own and against the others', () => {
    const data = simulate(600, { before: 0.2, after: 0.1, otherBefore: 0.3, otherAfter: 0.3 });
    const { effect } = computeFixEffect({ ...base, ...data, feedbackUntil: SHIPPED + 180 });
    expect(effect?.rateRatio?.high).toBeLessThan(0.7);
    expect(effect?.rateRatio?.low).toBeGreaterThan(0.35);
    expect(effect?.againstUntouched?.ratio).toBeCloseTo(0.5, 1);
    expect(effect?.againstUntouched?.interval?.high).toBeLessThan(0.7);
  });

  it('takes no credit for what fell everywhere', () => {
    const data = simulate(600, { before: 0.2, after: 0.1, otherBefore: 0.4, otherAfter: 0.2 });
    const { effect } = computeFixEffect({ ...base, ...data, feedbackUntil: SHIPPED + 180 });
    expect(effect?.rateRatio?.high).toBeLessThan(0.7);
    expect(effect?.againstUntouched?.interval?.low).toBeLessThan(1);
    expect(effect?.againstUntouched?.interval?.high).toBeGreaterThan(1);
  });

  it('covers the truth of the double ratio in about 95 of 100 worlds', () => {
    let covered = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const data = simulate(150, { before: 0.2, after: 0.12, otherBefore: 0.3, otherAfter: 0.24 }, seed);
      const { effect } = computeFixEffect({ ...base, ...data, feedbackUntil: SHIPPED + 180, seed });
      const interval = effect?.againstUntouched?.interval;
      const truth = 0.12 / 0.2 / (0.24 / 0.3);
      if (interval && (interval.low ?? 0) <= truth && truth <= (interval.high ?? Number.POSITIVE_INFINITY))
        covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(89);
  });

  it('tells the same of the same accounts, mentions outside of the months or of nobody left out', () => {
    const random = makeRandom(3);
    const accounts = Array.from({ length: 40 }, (_, n) => {
      if (n % 5 === 0) return account(`a${n}`, { startedDay: SHIPPED - 20 * n });
      return account(`a${n}`, n % 7 === 0 ? { churnedDay: SHIPPED + n } : {});
    });
    const themes = ['fixed', 'other', 'third', 'also fixed'];
    const mentions = Array.from({ length: 900 }, () =>
      mention(
        `a${Math.floor(random() * 44)}`,
        themes[Math.floor(random() * 4)] ?? '',
        Math.floor(random() * 700) - 420,
      ),
    );
    const { effect } = computeFixEffect({
      ...{ ...base, accounts, mentions, untouchedIds: new Set(['other', 'third']) },
      ...{ feedbackFrom: SHIPPED - 400, feedbackUntil: SHIPPED + 200 },
    });
    expect(effect).toMatchObject({
      before: { activeMonths: 231, complainingMonths: 41 },
      after: { activeMonths: 220, complainingMonths: 46 },
    });
    expect(effect?.months.map(({ complainingAccounts }) => complainingAccounts)).toEqual([
      6, 7, 5, 10, 6, 9, 3, 11, 7, 7, 7, 6, 12, 4, 8, 7, 8, 7,
    ]);
    const against = effect?.againstUntouched;
    expect(against?.untouchedRatio).toBeCloseTo(0.9505263157894738, 12);
    expect(against?.interval?.low).toBeCloseTo(0.7804466769939599, 12);
    expect(against?.interval?.high).toBeCloseTo(1.931383134878695, 12);
    expect(against?.draws[1]?.own).toBeCloseTo(1.789205397301349, 12);
  });

  it('compares six months at most, and shows twelve', () => {
    const data = simulate(50, { before: 0.2, after: 0.1, otherBefore: 0.3, otherAfter: 0.3 });
    const { effect } = computeFixEffect({
      ...base,
      ...data,
      feedbackFrom: SHIPPED - 1000,
      feedbackUntil: SHIPPED + 1000,
    });
    expect(effect?.months).toHaveLength(18);
    expect(effect?.before.activeMonths).toBe(300);
    expect(effect?.after.activeMonths).toBe(300);
  });

  it.each([
    [{ feedbackUntil: SHIPPED + 29 }, 'too_early'],
    [{ feedbackFrom: SHIPPED - 29 }, 'too_little_before'],
    [{ mentions: [mention('a', 'fixed', -5)] }, 'too_few_complaints'],
  ])('says why it says nothing: %j', (more, reason) => {
    expect(computeFixEffect({ ...base, accounts: [account('a')], mentions: [], ...more })).toEqual({
      effect: null,
      reason,
    });
  });

  it('a problem that is gone has a ratio of 0, and one that nobody had before has none', () => {
    const accounts = [account('a'), account('b')];
    const before = [-5, -35, -65, -95, -125].map((day) => mention('a', 'fixed', day));
    const gone = computeFixEffect({ ...base, accounts, mentions: before });
    expect(gone.effect?.rateRatio).toMatchObject({ ratio: 0, low: 0 });
    const after = [5, 35, 65, 95, 125].map((day) => mention('a', 'fixed', day));
    const risen = computeFixEffect({ ...base, accounts, mentions: after, feedbackUntil: SHIPPED + 180 });
    expect(risen.effect?.rateRatio).toBeNull();
  });
});
