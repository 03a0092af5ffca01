import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { monthOf, toEpochDay } from '@/lib/impact/months';
import { findBothPanels } from '@/lib/impact/testing/find-both-panels';
import { makeCustomer, makeSaid, makeTopic } from '@/lib/impact/testing/make-customer';

const RATES = { EUR: 1.1, JPY: 0.0067 };
const TODAY = new Date('2026-06-20');

/** More ARR of an account, from a day on. */
async function addArr(
  scope: Scope,
  accountId: string,
  lines: readonly (readonly [from: string, cents: number, currency: string])[],
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run((db) =>
    db.accountArr.createMany({
      data: lines.map(([from, cents, currency]) => ({
        ...{ workspaceId, id: newId(), accountId, arrCents: BigInt(cents), currency },
        validFrom: new Date(from),
      })),
    }),
  );
}

/** A workspace made of what goes wrong: each account is one trap. */
async function makeHostileWorkspace(): Promise<Scope> {
  const scope = await makeWorkspace();
  const sourceId = await makeSource(scope);
  const [login, prices] = [await makeTopic(scope, 'Login'), await makeTopic(scope, 'Prices')];
  const signIn = await makeTopic(scope, 'Sign-in', login);
  const setAside = await makeTopic(scope, 'Weather');
  await scope.run((db) =>
    db.theme.update({
      where: { workspaceId_id: { workspaceId: scope.workspaceId, id: setAside } },
      data: { excludedAt: TODAY },
    }),
  );
  const say = (accountId: string, at: string, themeId = login) =>
    makeSaid(scope, { sourceId, accountId, at, themeId });

  const plain = await makeCustomer(scope, { plan: 'team' });
  const noStart = await makeCustomer(scope, { plan: 'null' });
  await scope.run((db) =>
    db.account.update({
      where: { workspaceId_id: { workspaceId: scope.workspaceId, id: noStart } },
      data: { startedAt: null },
    }),
  );
  const noArr = await makeCustomer(scope, { arrCents: null });
  const free = await makeCustomer(scope, { plan: 'a|b', arrCents: 0, custom: { region: 'north|a' } });
  const leftOnFirst = await makeCustomer(scope, { plan: 'team', churnedAt: '2026-03-01' });
  const leftOnLast = await makeCustomer(scope, { plan: 'team', churnedAt: '2026-03-31' });
  const cameAndWent = await makeCustomer(scope, { startedAt: '2026-02-02', churnedAt: '2026-02-20' });
  const cameOnFirst = await makeCustomer(scope, { startedAt: '2026-02-01', renewalAt: '2024-02-29' });
  const leftBeforeStart = await makeCustomer(scope, { startedAt: '2026-04-10', churnedAt: '2026-01-05' });
  const due = await makeCustomer(scope, { renewalAt: '2027-04-30', startedAt: '2025-06-01' });
  // Bands end where the next begins: 1,000.00 and 10,000.00.
  const several = await makeCustomer(scope, { arrCents: 99_999, startedAt: '2024-05-01' });
  await addArr(scope, several, [
    ['2026-02-01', 100_000, 'USD'],
    ['2026-03-02', 909_091, 'EUR'],
    ['2026-04-01', 5, 'XXX'],
  ]);
  const yen = await makeCustomer(scope, { arrCents: 1_492_537, currency: 'JPY', startedAt: '2026-03-15' });
  const noRate = await makeCustomer(scope, { arrCents: 50_000, currency: 'CHF' });
  // The line that has ended does not go on where the one after it has no rate.
  const changedCurrency = await makeCustomer(scope, { arrCents: 5_000_000, startedAt: '2025-01-01' });
  await addArr(scope, changedCurrency, [['2026-03-10', 5_000_000, 'CHF']]);
  const starting = await makeCustomer(scope, { arrCents: null, startedAt: '2025-01-01' });
  await addArr(scope, starting, [
    ['2026-03-01', 200_000, 'USD'],
    ['2026-05-01', 20_000_000, 'USD'],
  ]);
  const paysSinceLately = await makeCustomer(scope, { arrCents: null });
  await addArr(scope, paysSinceLately, [['2026-05-20', 300_000, 'USD']]);
  const paidLess = await makeCustomer(scope, { arrCents: 900_000, startedAt: '2025-01-01' });
  await addArr(scope, paidLess, [
    ['2026-02-10', 400, 'EUR'],
    ['2026-03-20', 300, 'EUR'],
    ['2026-04-20', 200, 'EUR'],
  ]);
  const paidLessAtTheEnd = await makeCustomer(scope, { startedAt: '2025-01-01', churnedAt: '2026-04-10' });
  await addArr(scope, paidLessAtTheEnd, [['2026-04-10', 1, 'USD']]);
  await makeCustomer(scope, { renewalAt: '2025-04-20', churnedAt: '2026-04-05', plan: 'team' });
  // Alike in all but a plan that is called null and one that is not known.
  const planOfNull = await makeCustomer(scope, { plan: 'null', custom: { region: 'null' } });
  await makeCustomer(scope);

  // The window of March 2026 is [2025-11-01, 2026-01-30).
  await say(plain, '2025-10-31T23:59:59.999Z');
  await say(plain, '2025-11-01T00:00:00Z', prices);
  await say(noStart, '2026-01-29T23:59:59.999Z');
  await say(noArr, '2026-01-30T00:00:00Z');
  await say(leftOnFirst, '2026-01-10', signIn);
  await say(leftOnFirst, '2026-01-10', login);
  await say(leftOnLast, '2026-01-12', signIn);
  await say(leftOnLast, '2026-03-30', prices);
  for (const day of ['01', '03', '05', '07', '09', '11', '13']) await say(due, `2026-02-${day}`, prices);
  await say(due, '2026-02-03', login);
  await say(planOfNull, '2026-02-05');
  for (const accountId of [cameAndWent, cameOnFirst, leftBeforeStart, several, yen, noRate, free, starting]) {
    await say(accountId, '2026-02-05', accountId < several ? login : prices);
  }
  await makeSaid(scope, { sourceId, accountId: plain, at: '2026-02-06', themeId: login, kind: 'praise' });
  await makeSaid(scope, { sourceId, at: '2026-02-07', themeId: login });
  await say(due, '2026-02-15', setAside);
  await say(plain, '2025-06-15', prices);
  await say(plain, '2026-06-15', prices);
  return scope;
}

let scope: Scope;

beforeAll(async () => {
  scope = await makeHostileWorkspace();
});

describe('the panel in SQL and as a pure function', () => {
  it.each([
    { windowDays: 90, lagDays: 30 },
    { windowDays: 30, lagDays: 0 },
    { windowDays: 180, lagDays: 60 },
    { windowDays: 1, lagDays: 1 },
    { windowDays: 90, lagDays: 30, strataField: 'region' },
  ])(
    'are equal, row by row and stratum by stratum: $windowDays days, lag $lagDays $strataField',
    async (given) => {
      const { strataField = '', ...options } = given;
      const { pure, sql } = await findBothPanels(scope, { today: TODAY, rates: RATES, options, strataField });
      expect(pure.rows.some(({ field }) => field !== null)).toBe(strataField !== '');
      expect(pure.rows.length).toBeGreaterThan(20);
      expect(pure.exposures.length).toBeGreaterThan(0);
      expect(sql.rows).toEqual(pure.rows);
      expect(sql.exposures).toEqual(pure.exposures);
      expect(sql.strata).toEqual(pure.strata);
    },
  );

  it.each([
    { plan: 'team' },
    { segment: 'nobody is in it' },
    { field: 'region=north|a' },
    { channel: 'review' as const },
    { from: '2025-11-01', to: '2026-03-31' },
  ])('are equal for a part: %j', async (filter) => {
    const { pure, sql } = await findBothPanels(scope, {
      ...{ today: TODAY, rates: RATES, filter },
      options: { windowDays: 60, lagDays: 0 },
    });
    expect(sql).toEqual(pure);
  });

  it.each(['contraction', 'non_renewal'] as const)('are equal for another event: %s', async (outcome) => {
    const { pure, sql } = await findBothPanels(scope, {
      ...{ today: TODAY, rates: RATES, outcome },
      options: { windowDays: 60, lagDays: 0 },
    });
    expect(pure.rows.filter(({ hasChurned }) => hasChurned)).toHaveLength(1);
    expect(sql).toEqual(pure);
  });

  it('hold the traps that the workspace sets', async () => {
    const { sql } = await findBothPanels(scope, {
      today: TODAY,
      rates: RATES,
      options: { windowDays: 90, lagDays: 30 },
    });
    const march = sql.rows.filter(({ month }) => month === monthOf(toEpochDay(new Date('2026-03-01'))));
    expect(march.filter(({ hasChurned }) => hasChurned)).toHaveLength(2);
    expect(new Set(sql.rows.map(({ revenueBand }) => revenueBand))).toEqual(
      new Set(['unknown', 'under-1k', '1k-10k', '10k-100k', '100k-1m']),
    );
    expect(new Set(sql.rows.map(({ tenureBand }) => tenureBand))).toEqual(
      new Set(['unknown', '0-3', '3-12', '12+']),
    );
    expect(sql.rows.some(({ isRenewalDue }) => isRenewalDue)).toBe(true);
    expect(new Set(sql.exposures.map(({ themeId }) => themeId)).size).toBe(2);
    expect(sql.strata.some((themes) => Object.values(themes).some(({ strata }) => strata.length > 0))).toBe(
      true,
    );
  });
});
