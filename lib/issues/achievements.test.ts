import { expect, it } from 'vitest';
import { computeLostShare } from '@/lib/impact/revenue-at-risk';
import { makeAccount } from '@/lib/impact/testing/make-account';
import { addGains, computeMoneyGain, computePointsGain } from '@/lib/issues/achievements';
import { explainScoreChange } from '@/lib/stats/score-change';

const DAY = 20_000;
const accounts = [makeAccount('a'), makeAccount('b'), makeAccount('c', { churnedDay: DAY - 5 })];
const mention = (unitId: string, daysBefore: number, themeId = 'fixed') => ({
  ...{ unitId, themeId },
  occurredDay: DAY - daysBefore,
});
const mentions = [mention('a', 10), mention('b', 91), mention('c', 20), mention('b', 10, 'other')];
const draws = Array.from({ length: 500 }, (_, draw) =>
  draw === 0 ? null : { own: 0.4 + (draw % 5) / 50, untouched: 0.9 },
);
const againstUntouched = {
  ratio: 0.5,
  untouchedRatio: 0.9,
  themes: 3,
  interval: { low: 0.4, high: 0.6 },
  draws,
};
const base = {
  ...{ accounts, mentions, themeId: 'fixed', shippedDay: DAY, windowDays: 90 },
  baseRate: () => 0.02,
};

it('is exposed ARR times the fall beyond that of other themes times what goes with the theme', () => {
  const gain = computeMoneyGain({
    ...base,
    effect: { againstUntouched },
    churn: { logRiskRatio: Math.log(2), standardError: 0.1 },
  });
  // Of the three only `a` is a customer that complained within the window.
  expect(gain?.value).toBeCloseTo(1_200_000 * (0.9 - 0.45) * computeLostShare(0.02, 2), 6);
  expect(gain?.interval.low).toBeLessThan(gain?.value ?? 0);
  expect(gain?.interval.high).toBeGreaterThan(gain?.value ?? 0);
  expect(gain?.draws).toHaveLength(500);
});

it('goes by the base rate of each account, as ARR at risk does', () => {
  const pays = (arrCents: number) => ({ arrHistory: [{ fromDay: 0, arrCents }] });
  const two = [
    makeAccount('a', { plan: 'team', ...pays(300_000) }),
    makeAccount('b', { plan: 'business', ...pays(30_000_000) }),
    makeAccount('free', { arrHistory: [] }),
  ];
  const gain = computeMoneyGain({
    ...base,
    ...{ accounts: two, mentions: two.map(({ accountId }) => mention(accountId, 10)) },
    ...{ effect: { againstUntouched }, churn: { logRiskRatio: Math.log(2), standardError: 0.1 } },
    baseRate: (plan, band) => (plan === 'team' && band === '1k-10k' ? 0.05 : 0.005),
  });
  const atRisk = 300_000 * computeLostShare(0.05, 2) + 30_000_000 * computeLostShare(0.005, 2);
  expect(gain?.value).toBeCloseTo((0.9 - 0.45) * atRisk, 6);
  // Account by account it is the same, and who pays nothing known is counted beside them.
  expect(gain?.parts.map(({ accountId }) => accountId)).toEqual(['a', 'b']);
  expect(gain?.parts.reduce((sum, { cents }) => sum + cents, 0)).toBeCloseTo(gain?.value ?? 0, 6);
  expect(gain).toMatchObject({ withoutArr: 1, fall: expect.closeTo(0.45, 10) });
  const unknown = { ...base, effect: { againstUntouched }, baseRate: () => null };
  expect(computeMoneyGain({ ...unknown, churn: { logRiskRatio: 0.5, standardError: 0.1 } })).toBeNull();
});

it('takes nothing away where less churn goes with the theme, whether it is told of more or less', () => {
  const churn = { logRiskRatio: Math.log(0.8), standardError: 0.1 };
  const gain = computeMoneyGain({ ...base, effect: { againstUntouched }, churn });
  expect(gain?.value).toBeCloseTo(0, 6);
  expect(gain?.parts).toMatchObject([{ accountId: 'a', lostShare: 0 }]);
  expect(gain?.interval.low).toBeLessThan(0);
});

it('says nothing without themes to hold it against, an interval, or ARR exposed', () => {
  const churn = { logRiskRatio: 0.5, standardError: 0.1 };
  expect(computeMoneyGain({ ...base, churn, effect: { againstUntouched: null } })).toBeNull();
  expect(
    computeMoneyGain({
      ...base,
      churn,
      effect: { againstUntouched: { ...againstUntouched, interval: null } },
    }),
  ).toBeNull();
  expect(computeMoneyGain({ ...base, churn, mentions: [], effect: { againstUntouched } })).toBeNull();
});

it('counts the points by which a theme pulls the score down less', () => {
  const said = (count: number, score: number, themes: string[]) =>
    Array.from({ length: count }, (_, n) => ({ personId: `${score} ${n}`, score, themes }));
  const before = [...said(20, 3, ['fixed']), ...said(80, 10, [])];
  const after = [...said(5, 3, ['fixed']), ...said(95, 10, [])];
  const gain = computePointsGain('fixed', before, after);
  expect(gain?.value).toBeCloseTo(15, 10);
  expect(gain?.interval.low).toBeGreaterThan(0);
  expect(computePointsGain('fixed', [], after)).toBeNull();
  expect(computePointsGain('another', before, after)).toBeNull();
  // Of all themes at once it says the same, from the same draws.
  const change = explainScoreChange(before, after).find(({ theme }) => theme === 'fixed');
  expect(gain).toMatchObject({ value: change?.changePoints, interval: change?.interval });
});

it('adds gains draw by draw', () => {
  const gain = (value: number, spread: readonly number[]) => ({
    value,
    interval: { low: 0, high: 0 },
    draws: spread,
  });
  const opposite = addGains([gain(1, [0, 1, 2]), gain(2, [3, 2, 1])]);
  expect(opposite?.value).toBe(3);
  // What goes up in one and down in the other leaves the sum certain.
  expect(opposite?.interval).toEqual({ low: 3, high: 3 });
  expect(addGains([])).toBeNull();
});
