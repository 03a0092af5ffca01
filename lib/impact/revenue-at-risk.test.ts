import { expect, test } from 'vitest';
import { drawReplicates } from '@/lib/impact/account-bootstrap';
import { makeBaseRates } from '@/lib/impact/base-rates';
import { computeChurnAssociations } from '@/lib/impact/churn-association';
import { findExposedAccounts } from '@/lib/impact/exposed-accounts';
import { computePortfolioAtRisk, countPortfolioAccounts } from '@/lib/impact/portfolio-at-risk';
import { computeLostShare, computeRevenueAtRisk, type ThemeAtRisk } from '@/lib/impact/revenue-at-risk';
import { listExposures, listPanelRows } from '@/lib/impact/testing/list-panel-rows';
import { makeAccount } from '@/lib/impact/testing/make-account';
import { PLANTED_THEMES, simulateWorkspace } from '@/lib/impact/testing/simulate';

const input = simulateWorkspace({ seed: 6, accounts: 400, months: 18, driverRiskRatio: 4 });
const associations = computeChurnAssociations(input, PLANTED_THEMES, { sensitivityLagDays: [] });
const exposed = findExposedAccounts(input.accounts, input.mentions, {
  asOfDay: input.coverage.churnUntil,
  windowDays: 90,
});

test('the lost share is the difference of two chances to stay', () => {
  expect(computeLostShare(0.02, 2)).toBeCloseTo(0.98 ** 12 - 0.96 ** 12, 14);
  expect(computeLostShare(0.02, 1)).toBe(0);
  expect(computeLostShare(0.02, 0.5)).toBeLessThan(0);
  expect(computeLostShare(0.4, 5)).toBeCloseTo(0.6 ** 12, 14);
  expect(computeLostShare(0, 9)).toBe(0);
});

test('exposed are the active accounts with a mention in the window, bounds as stated', () => {
  const accounts = [
    makeAccount('active'),
    makeAccount('left', { churnedDay: 19_999 }),
    makeAccount('leaving', { churnedDay: 20_000 }),
    makeAccount('new', { startedDay: 20_001 }),
    makeAccount('free', { arrHistory: [] }),
  ];
  const at = (occurredDay: number, units = accounts.map(({ accountId }) => accountId)) =>
    findExposedAccounts(
      accounts,
      units.map((unitId) => ({ unitId, themeId: 't', occurredDay })),
      { asOfDay: 20_000, windowDays: 90 },
    )
      .get('t')
      ?.map(({ accountId, arrCents }) => [accountId, arrCents]);
  const expected = [
    ['active', 1_200_000],
    ['leaving', 1_200_000],
    ['free', null],
  ];
  expect(at(19_910)).toEqual(expected);
  expect(at(19_999)).toEqual(expected);
  expect(at(19_909)).toBeUndefined();
  expect(at(20_000)).toBeUndefined();
  expect(at(19_999, ['a contact'])).toBeUndefined();
});

test('base rates are those of unexposed months, shrunk to their total', () => {
  const { index } = associations;
  const rows = listPanelRows(index.panel);
  const last = Math.max(...rows.map((row) => row.month));
  const exposedRows = new Set(listExposures(index.panel, 'driver').map(({ row }) => row));
  const unexposed = rows.filter((row, position) => row.month > last - 12 && !exposedRows.has(position));
  const own = unexposed.filter((row) => row.plan === 'team' && row.revenueBand === '10k-100k');
  const churned = (some: typeof unexposed) => some.filter((row) => row.hasChurned).length;
  const rate = makeBaseRates(index)(null)('driver');
  expect(rate('team', '10k-100k')).toBeCloseTo(
    (churned(own) + (120 * churned(unexposed)) / unexposed.length) / (own.length + 120),
    14,
  );
  expect(rate('a plan of nobody', 'unknown')).toBeCloseTo(churned(unexposed) / unexposed.length, 14);
});

test('ARR at risk adds up over the accounts, and its interval holds the point', () => {
  const { themes: atRisk } = computeRevenueAtRisk(associations, exposed, drawReplicates(associations));
  const driver = atRisk.find(({ themeId }) => themeId === 'driver');
  const sum = driver?.accounts.reduce(
    (total, { arrCents, lostShare }) => total + (arrCents ?? 0) * (lostShare ?? 0),
    0,
  );
  expect(driver?.arrAtRiskCents).toBe(Math.round(sum ?? Number.NaN));
  expect(driver?.exposedAccounts).toBe(driver?.accounts.length);
  expect(driver?.interval?.low).toBeGreaterThan(0);
  expect(driver?.interval?.low).toBeLessThan(driver?.arrAtRiskCents ?? 0);
  expect(driver?.interval?.high).toBeGreaterThan(driver?.arrAtRiskCents ?? 0);
  for (const { arrAtRiskCents, exposedArrCents } of atRisk) {
    expect(arrAtRiskCents).toBeGreaterThanOrEqual(0);
    expect(arrAtRiskCents).toBeLessThan(exposedArrCents ?? 0);
  }
  // Where the link may as well be with less churn, nothing is at risk at the lower limit: not less than nothing.
  expect(Math.min(...atRisk.map(({ interval }) => interval?.low ?? 1))).toBe(0);
});

test('without a panel the base rate is unknown, and so is ARR at risk', () => {
  const coverage = { ...input.coverage, churnUntil: input.coverage.feedbackFrom };
  const empty = computeChurnAssociations({ ...input, coverage }, ['driver']);
  const { themes, portfolio, linkedPortfolio } = computeRevenueAtRisk(
    empty,
    exposed,
    drawReplicates(empty, { replicates: 3 }),
  );
  const [driver] = themes;
  expect([portfolio, linkedPortfolio]).toEqual(Array(2).fill({ cents: null, interval: null }));
  expect(driver).toMatchObject({ arrAtRiskCents: null, interval: null });
  expect(driver?.exposedArrCents).toBeGreaterThan(0);
});

test('where nobody is known to have left, ARR at risk is unknown, not 0', () => {
  const loyal = input.accounts.map((account) => ({ ...account, churnedDay: null }));
  const known = computeChurnAssociations({ ...input, accounts: loyal }, ['driver']);
  expect(known.accounts).toBeGreaterThan(0);
  const [driver] = computeRevenueAtRisk(known, exposed, drawReplicates(known, { replicates: 3 })).themes;
  expect(driver).toMatchObject({ arrAtRiskCents: null, interval: null });
  expect(driver?.accounts.every(({ lostShare }) => lostShare === null)).toBe(true);
});

test('the portfolio has an interval of its own, and a part of which the themes are associated with churn', () => {
  const { themes, portfolio, linkedPortfolio } = computeRevenueAtRisk(
    associations,
    exposed,
    drawReplicates(associations),
  );
  const driver = themes.find(({ themeId }) => themeId === 'driver');
  expect(portfolio.cents).toBe(computePortfolioAtRisk(themes));
  expect(portfolio.cents).toBeGreaterThan(linkedPortfolio.cents ?? Number.NaN);
  // The driver alone is associated, so that the part is its own, draw by draw.
  expect(linkedPortfolio.cents).toBe(driver?.arrAtRiskCents);
  expect(linkedPortfolio.interval?.low).toBeCloseTo(driver?.interval?.low ?? Number.NaN, 4);
  expect(linkedPortfolio.interval?.high).toBeCloseTo(driver?.interval?.high ?? Number.NaN, 4);
  expect(portfolio.interval?.low).toBeLessThan(portfolio.cents ?? 0);
  expect(portfolio.interval?.high).toBeGreaterThan(portfolio.cents ?? Number.NaN);
  const undrawn = computeRevenueAtRisk(associations, exposed, []);
  expect(undrawn.portfolio).toEqual({ cents: portfolio.cents, interval: null });
});

test('the portfolio counts an account once', () => {
  const atRisk = (themeId: string, accounts: ThemeAtRisk['accounts']): ThemeAtRisk => ({
    themeId,
    exposedAccounts: accounts.length,
    accountsWithArr: accounts.length,
    exposedArrCents: 0,
    arrAtRiskCents: 0,
    interval: null,
    accounts,
  });
  const themes = [
    atRisk('t', [
      { accountId: 'a', arrCents: 1000, lostShare: 0.5 },
      { accountId: 'b', arrCents: 400, lostShare: 0.25 },
    ]),
    atRisk('u', [
      { accountId: 'a', arrCents: 1000, lostShare: 0.5 },
      { accountId: 'b', arrCents: 400, lostShare: -0.5 },
      { accountId: 'c', arrCents: 400, lostShare: null },
      { accountId: 'd', arrCents: null, lostShare: 0.5 },
    ]),
  ];
  expect(computePortfolioAtRisk(themes)).toBe(750 + 100);
  expect(countPortfolioAccounts(themes)).toEqual({ exposed: 4, counted: 2 });
});

test('a portfolio of which nothing is known is unknown, not 0', () => {
  const accounts = [
    { accountId: 'c', arrCents: 400, lostShare: null },
    { accountId: 'd', arrCents: null, lostShare: 0.5 },
  ];
  expect(computePortfolioAtRisk([{ accounts }])).toBeNull();
  expect(countPortfolioAccounts([{ accounts }])).toEqual({ exposed: 2, counted: 0 });
  expect(computePortfolioAtRisk([])).toBeNull();
});
