import { expect, test } from 'vitest';
import type { ImpactTotals } from '@/lib/impact/schema';
import {
  describeAsOf,
  describeLeaving,
  describeLeftOut,
  describeNoChurn,
  describePortfolio,
} from './run-words';

const totals: ImpactTotals = {
  hasChurn: true,
  churnLeftOut: null,
  accounts: 510,
  panelAccounts: 503,
  churnedAccounts: 3,
  portfolioAtRiskCents: 120_000_000,
  portfolioInterval: { low: 41_234_000, high: 250_000_000 },
  linkedAtRiskCents: 12_700_000,
  linkedInterval: { low: 3_000_000, high: 30_100_000 },
  currency: 'USD',
  accountsWithArr: 500,
  accountsWithoutRate: 0,
};

const panel = { windowDays: 90, lagDays: 30 };

test('says how many left, and nothing where churn is not known', () => {
  expect(describeLeaving(totals)).toEqual({
    left: '3',
    of: '503 accounts',
    rest: 'left in the months looked at.',
  });
  expect(describeLeaving({ ...totals, churnedAccounts: 0 })?.left).toBe('None');
  expect(describeLeaving({ ...totals, hasChurn: false, churnedAccounts: 0 })).toBeNull();
  expect(describeLeaving({ ...totals, panelAccounts: 0, churnedAccounts: 0 })).toBeNull();
});

test('says first what is at risk with problems that may be called associated with churn, each sum with its accounts', () => {
  const all = { exposed: 130, counted: 130 };
  const linked = { exposed: 20, counted: 18 };
  const describe = (some: Partial<ImpactTotals> = {}, accounts = { all, linked }) =>
    describePortfolio({ ...totals, ...some }, accounts);
  expect(describe()).toEqual({
    first: {
      before: '',
      amount: '$127K of ARR',
      of: '(95% interval $30K to $300K) is at risk over 12 months, beyond ordinary churn, at',
      accounts: '20 accounts',
      rest: ' with problems associated with churn, as far as it is known: of 18 of them.',
      opens: 'linked',
    },
    all: {
      before: 'Over all problems, also those whose link with churn may be chance, it would be',
      amount: '$1.2M of ARR',
      of: '(95% interval $410K to $2.5M) at',
      accounts: '130 accounts',
      rest: '.',
      opens: '1',
    },
  });
  expect(describe({ linkedAtRiskCents: 0 }, { all, linked: { exposed: 0, counted: 0 } })?.first).toContain(
    'nobody has a problem now that is associated',
  );
  expect(describe({ linkedInterval: null })?.first).toMatchObject({
    of: expect.stringMatching(/^\(interval unknown/),
  });
  // Kept by a version that did not tell them apart.
  expect(describe({ linkedAtRiskCents: null })).toMatchObject({
    first: {
      before: 'Over all problems,',
      of: '(95% interval $410K to $2.5M) is at risk over 12 months, beyond ordinary churn, at',
      opens: '1',
    },
    all: null,
  });
  expect(describe({ portfolioAtRiskCents: null })).toBeNull();
});

test.each([
  [true, 500, undefined],
  [false, 500, 'Ranked without churn'],
  [true, 0, 'Ranked without revenue'],
  [false, 0, 'Ranked without churn and revenue'],
])('churn known: %s, accounts with ARR: %i', (hasChurn, accountsWithArr, title) => {
  expect(describeLeftOut({ ...totals, hasChurn, accountsWithArr }, panel)?.title).toBe(title);
});

test('says that filters fit no account, and asks for no import on their account', () => {
  const none = { ...totals, hasChurn: false, accounts: 0, accountsWithArr: 0, panelAccounts: 0 };
  expect(describeLeftOut(none, panel, true)?.title).toBe('No account fits these filters');
  expect(describeLeftOut(none, panel)?.text).toContain('Import accounts with the day they left');
  expect(describeLeftOut({ ...totals, hasChurn: false }, panel, true)?.text).toContain('widen them');
});

test('the day it counts up to is that of the latest feedback, or the last of the period', () => {
  const asOf = new Date('2026-05-31');
  expect(describeAsOf(asOf, {})).toBe('As of 31 May 2026, the day of the latest feedback.');
  expect(describeAsOf(asOf, { to: '2026-12-31' })).toContain('the day of the latest feedback');
  expect(describeAsOf(asOf, { to: '2026-05-31' })).toBe(
    'As of 31 May 2026, the last day of the period chosen.',
  );
});

test('churn that is left out for want of months is not said to be unknown', () => {
  const short = { ...totals, hasChurn: false, churnLeftOut: 'no-months' as const, panelAccounts: 0 };
  expect(describeNoChurn(short, panel)).toContain('the 90 days of feedback that end 30 days before it');
  expect(describeLeftOut(short, panel)?.text).toContain('Choose a longer period');
  expect(describeNoChurn({ hasChurn: false, churnLeftOut: null }, panel)).toBe('no account has a churn date');
  expect(describeNoChurn(totals, panel)).toBeNull();
});
