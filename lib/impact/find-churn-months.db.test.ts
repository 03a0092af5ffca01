import { beforeAll, describe, expect, it } from 'vitest';
import { countFeedback } from '@/lib/annotations/find-feedback';
import type { Scope } from '@/lib/db/scope';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { computeImpact } from '@/lib/impact/compute-impact';
import {
  type ChurnCounts,
  type ChurnMonth,
  findChurnMonths,
  findExposedAccountMonths,
  type MonthsFilter,
} from '@/lib/impact/find-churn-months';
import { findPanelAccounts } from '@/lib/impact/find-panel-accounts';
import { panelSpecOf } from '@/lib/impact/panel-spec-of';
import type { PanelSpec } from '@/lib/impact/panel-sql';
import { findNewestImpact, type ImpactRun } from '@/lib/impact/queries';
import { PLANTED, simulateWorkspace } from '@/lib/impact/testing/simulate';
import { storeRecords } from '@/lib/impact/testing/store-records';

const NOW = new Date('2025-07-15');

let scope: Scope;
let themes: Map<string, string>;
let run: ImpactRun;
let spec: PanelSpec;

function churnOf(name: string) {
  const row = run.rows.find(({ themeId }) => themeId === themes.get(name));
  if (!row) throw new Error(`${name} is not ranked`);
  return row.details.churn;
}

/** All pages of a list, with as many rows on each as the last may not fill. */
async function readPages<Row>(
  find: (place: { page: number; pageSize: number }) => Promise<{ rows: Row[] }>,
  pageSize: number,
): Promise<Row[]> {
  const all: Row[] = [];
  for (let page = 1; ; page++) {
    const { rows } = await find({ page, pageSize });
    all.push(...rows);
    if (rows.length < pageSize) return all;
  }
}

function readMonths(name: string, filter: MonthsFilter, pageSize = 700): Promise<ChurnMonth[]> {
  return readPages((place) => findChurnMonths(scope, spec, churnOf(name), { ...filter, ...place }), pageSize);
}

beforeAll(async () => {
  scope = await makeWorkspace();
  const records = simulateWorkspace({ seed: 3, accounts: 120, months: 18, driverRiskRatio: 2.5 });
  themes = await storeRecords(scope, await makeSource(scope), records);
  await computeImpact(scope, { now: NOW, currency: 'USD', rates: {} });
  const newest = await findNewestImpact(scope);
  if (!newest) throw new Error('there is no run');
  run = newest;
  spec = panelSpecOf(run, {});
});

describe('the account-months behind the counts of a churn comparison', () => {
  it.each([PLANTED.driver, PLANTED.confounder, PLANTED.duringNotice])(
    'are as many as the run counted of %s',
    async (name) => {
      const churn = churnOf(name);
      expect(churn.exposedChurned).toBeGreaterThan(0);
      const { counts } = await findChurnMonths(scope, spec, churn, {
        ...{ side: 'exposed', onlyChurned: false, page: 1, pageSize: 1 },
      });
      expect(churn).toMatchObject(counts);
      const read = async (side: MonthsFilter['side'], onlyChurned: boolean) => {
        const rows = await readMonths(name, { side, onlyChurned });
        expect(new Set(rows.map((row) => `${row.accountId} ${row.starts.toISOString()}`)).size).toBe(
          rows.length,
        );
        if (onlyChurned) expect(rows.every((row) => row.hasChurned)).toBe(true);
        return rows.length;
      };
      expect(await read('exposed', false)).toBe(churn.exposedMonths);
      expect(await read('exposed', true)).toBe(churn.exposedChurned);
      expect(await read('alike', false)).toBe(churn.comparisonMonths);
      expect(await read('alike', true)).toBe(churn.comparisonChurned);
    },
  );

  it('say which of the exposed ones are compared, as many as the share that is kept', async () => {
    const rows = await readMonths(PLANTED.confounder, { side: 'exposed', onlyChurned: false });
    const kept = rows.filter(({ isCompared }) => isCompared).length;
    expect(kept).toBeLessThan(rows.length);
    expect(kept / rows.length).toBe(churnOf(PLANTED.confounder).keptExposedShare);
  });

  it('each open as many statements as they name, and those that are alike none', async () => {
    const { themeId } = churnOf(PLANTED.driver);
    const rows = await readMonths(PLANTED.driver, { side: 'exposed', onlyChurned: false });
    for (const { accountId, windowFrom, windowTo, statements } of rows.slice(0, 40)) {
      const [from, to] = [windowFrom, windowTo].map((date) => date.toISOString().slice(0, 10));
      const filter = { theme: themeId, problem: '1' as const, account: accountId, from, to };
      expect(await countFeedback(scope, filter)).toBe(statements);
      expect(statements).toBeGreaterThan(0);
    }
    const alike = await readMonths(PLANTED.driver, { side: 'alike', onlyChurned: false });
    expect(alike.every(({ statements }) => statements === 0)).toBe(true);
  });

  it('come from as many accounts as the run counted', async () => {
    const churn = churnOf(PLANTED.driver);
    const accounts = await readPages((place) => findExposedAccountMonths(scope, spec, churn, place), 7);
    expect(accounts).toHaveLength(churn.exposedAccounts);
    expect(new Set(accounts.map(({ accountId }) => accountId)).size).toBe(churn.exposedAccounts);
    expect(accounts.reduce((sum, { months }) => sum + months, 0)).toBe(churn.exposedMonths);
    expect(accounts.filter(({ hasChurned }) => hasChurned)).toHaveLength(churn.exposedChurned);
  });

  it('past the last page are none, and the counts stay', async () => {
    const churn = churnOf(PLANTED.driver);
    const place = { page: 1000, pageSize: 50 };
    const months = await findChurnMonths(scope, spec, churn, { side: 'alike', onlyChurned: false, ...place });
    const accounts = await findExposedAccountMonths(scope, spec, churn, place);
    for (const { rows, counts } of [months, accounts]) {
      expect(rows).toEqual([]);
      expect(churn).toMatchObject(counts);
    }
  });
});

it('are as many as the run counted of another event', async () => {
  const row = run.rows.find(({ themeId }) => themeId === themes.get(PLANTED.driver));
  const outcomes = row?.details.outcomes ?? [];
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['contraction', 'non_renewal']);
  for (const { outcome, coarsening, exposedEvents, comparisonEvents, ...found } of outcomes) {
    const comparison = { themeId: churnOf(PLANTED.driver).themeId, coarsening: coarsening ?? -1 };
    const asked = { side: 'exposed', onlyChurned: false, page: 1, pageSize: 1 } as const;
    const { counts } = await findChurnMonths(scope, { ...spec, outcome }, comparison, asked);
    const { exposedChurned, comparisonChurned, ...rest } = counts;
    expect(found).toMatchObject(rest);
    expect([exposedChurned, comparisonChurned]).toEqual([exposedEvents, comparisonEvents]);
  }
});

describe('the accounts looked at', () => {
  it('are as many as the run counted, and so are those that left', async () => {
    const all = await readPages(
      (place) => findPanelAccounts(scope, spec, { onlyChurned: false, ...place }),
      50,
    );
    const left = await readPages(
      (place) => findPanelAccounts(scope, spec, { onlyChurned: true, ...place }),
      7,
    );
    expect(all).toHaveLength(run.totals.panelAccounts);
    expect(left).toHaveLength(run.totals.churnedAccounts);
    expect(left.every(({ churnedAt }) => churnedAt !== null)).toBe(true);
    expect(all.filter(({ churnedAt }) => churnedAt !== null)).toHaveLength(left.length);
  });
});

it('counts what is there now where rows changed after the run', async () => {
  const { workspaceId } = scope;
  const churn = churnOf(PLANTED.driver);
  const [row] = await readMonths(PLANTED.driver, { side: 'exposed', onlyChurned: true });
  if (!row) throw new Error('nobody left');
  const read = async (): Promise<ChurnCounts> =>
    (await findExposedAccountMonths(scope, spec, churn, { page: 1, pageSize: 1 })).counts;
  await scope.run((db) =>
    db.account.update({
      where: { workspaceId_id: { workspaceId, id: row.accountId } },
      data: { churnedAt: null },
    }),
  );
  expect((await read()).exposedChurned).toBe(churn.exposedChurned - 1);
  const { counts } = await findPanelAccounts(scope, spec, { onlyChurned: true, page: 1, pageSize: 1 });
  expect(counts.churnedAccounts).toBe(run.totals.churnedAccounts - 1);
});
