import { expect, it } from 'vitest';
import { type AccountFilter, parseAccountListQuery } from '@/lib/accounts/account-list-query';
import { newId } from '@/lib/core/ids';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { findCohorts } from '@/lib/health/find-cohorts';
import { findLifetimeValue } from '@/lib/health/find-lifetime-value';
import { countAccounts } from '@/lib/impact/find-account-page';

const factors = { USD: 1, EUR: 2 };

async function makeCohorts() {
  const scope = await makeWorkspace();
  const { workspaceId } = scope;
  const make = async (
    startedAt: string | null,
    churnedAt: string | null,
    arr: [string, number, string?][],
    plan = 'Team',
  ) => {
    const id = newId();
    const day = (text: string | null) => text && new Date(text);
    await scope.run(async (db) => {
      await db.account.create({
        data: { workspaceId, id, name: id, plan, startedAt: day(startedAt), churnedAt: day(churnedAt) },
      });
      await db.accountArr.createMany({
        data: arr.map(([from, arrCents, currency = 'USD']) => ({
          ...{ workspaceId, id: newId(), accountId: id, arrCents, currency },
          validFrom: new Date(from),
        })),
      });
    });
    return id;
  };
  const first = await make('2025-01-05', null, [
    ['2025-01-05', 100],
    ['2025-03-01', 150],
  ]);
  await make('2025-01-31', '2025-02-28', [['2025-01-31', 100, 'EUR']]);
  await make('2025-01-10', '2025-04-10', [['2025-01-10', 100]]);
  await make('2025-01-20', null, []);
  await make('2025-05-01', null, [['2025-05-01', 70]]);
  await make(null, null, [['2025-05-01', 70]]);
  return { scope, first };
}

it('counts who stayed and what they pay, only at ages that all have reached', async () => {
  const { scope } = await makeCohorts();
  const found = await findCohorts(scope, { until: new Date('2025-05-30'), factors, page: 1, pageSize: 24 });
  expect(found.total).toBe(2);
  expect(found.withoutStart).toBe(1);
  expect(found.cohorts.map(({ month, accounts }) => [month, accounts])).toEqual([
    ['2025-05', 1],
    ['2025-01', 4],
  ]);
  expect(found.cohorts[0]?.ages).toEqual([]);
  expect(found.cohorts[1]?.ages).toEqual([
    // One left on the very day its first month was over: 100 + 100 of 100 + 200 + 100.
    { age: 1, kept: 3, arrShare: 0.5, arrAccounts: 3 },
    // Another left on the day three months were over; the first came to pay half as much again.
    { age: 3, kept: 2, arrShare: 0.375, arrAccounts: 3 },
  ]);
  const count = (filter: AccountFilter) => countAccounts(scope, filter, new Date('2025-05-30'));
  expect(await count({ since: '2025-01' })).toBe(4);
  expect(await count({ since: '2025-01', kept: '1' })).toBe(3);
  expect(await count({ since: '2025-01', kept: '3' })).toBe(2);
  const page = await findCohorts(scope, { until: new Date('2025-05-30'), factors, page: 2, pageSize: 1 });
  expect(page.cohorts.map(({ month }) => month)).toEqual(['2025-01']);
});

it('says what an account paid and how long those of its plan stay', async () => {
  const { scope, first } = await makeCohorts();
  const value = await findLifetimeValue(scope, first, { until: new Date('2025-06-15'), factors });
  // 55 days at 100 a year, then 106 at 150.
  expect(value.realised).toEqual({
    cents: Math.round((100 * 55) / 365.25) + Math.round((150 * 106) / 365.25),
    from: 'arr',
    months: 5,
  });
  expect(value.watched).toEqual({ months: 4 + 1 + 3 + 4 + 1 + 12, churned: 2 });
  const months = [value.from, value.to].map((month) => month.toISOString().slice(0, 7)).join('_');
  const open = { plan: 'Team', left: months };
  expect(await countAccounts(scope, open, new Date('2025-06-15'))).toBe(value.watched.churned);
  expect(value.life?.months).toBeGreaterThan(value.life?.interval.low ?? 99);
});

it('reads a cohort and the months of leaving from an address, and nothing else in their place', () => {
  const read = parseAccountListQuery;
  expect(read({ since: '2025-01', kept: '3' }).filter).toEqual({ since: '2025-01', kept: '3' });
  expect(read({ left: '2025-01_2025-12' }).filter).toEqual({ left: '2025-01_2025-12' });
  for (const wrong of [{ since: '2025-13' }, { kept: 'x' }, { left: '2025-01' }] as Record<
    string,
    string
  >[]) {
    expect(read(wrong).unreadable).toEqual(Object.keys(wrong));
  }
});
