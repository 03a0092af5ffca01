import { beforeAll, describe, expect, it } from 'vitest';
import { type AccountFilter, type AccountSort, accountSorts } from '@/lib/accounts/account-list-query';
import { findArrCurrencies } from '@/lib/accounts/find-arr-currencies';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { findThemeAccounts } from '@/lib/annotations/find-theme-accounts';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import type { AccountContext, AccountRow } from '@/lib/impact/describe-accounts';
import { countAccounts, findAccountPage } from '@/lib/impact/find-account-page';
import { makeCustomer, makeSaid, makeTopic } from '@/lib/impact/testing/make-customer';
import { makeImpactRun } from '@/lib/impact/testing/make-impact-run';

const today = new Date('2026-07-10');
const problemDays = { from: '2026-04-02', to: '2026-06-30' };
const context: AccountContext = { currency: 'USD', rates: { EUR: 1.1, JPY: 0.0067 }, today, problemDays };

/** All rows of a filter, page by page. */
async function readAll(
  scope: Scope,
  {
    filter = {},
    sort = 'risk',
    order = 'desc',
    pageSize = 50,
  }: Partial<Parameters<typeof findAccountPage>[1]> & {
    pageSize?: number;
  } = {},
): Promise<AccountRow[]> {
  const rows: AccountRow[] = [];
  for (let page = 1; ; page++) {
    const found = await findAccountPage(scope, { filter, sort, order, page }, context, pageSize);
    rows.push(...found.rows);
    if (page * pageSize >= found.total) {
      expect(rows).toHaveLength(found.total);
      return rows;
    }
  }
}

async function rowOf(scope: Scope, id: string): Promise<AccountRow> {
  const row = (await readAll(scope)).find((each) => each.id === id);
  if (!row) throw new Error('the account is not listed');
  return row;
}

describe('the list', () => {
  let scope: Scope;
  let exports: string;
  let merged: string;
  let sourceId: string;
  const ids: string[] = [];

  beforeAll(async () => {
    scope = await makeWorkspace();
    sourceId = await makeSource(scope);
    exports = await makeTopic(scope, 'Exports');
    merged = await makeTopic(scope, 'Downloads', exports);
    for (let index = 0; index < 17; index++) {
      ids.push(
        await makeCustomer(scope, {
          // Few values, so that orders have ties; some unknown.
          name: ['beta', 'Alpha 100%', 'gamma_x'][index % 3],
          externalId: `crm-${index}`,
          domain: `shop${index}.example`,
          plan: index % 2 ? 'Team' : 'Starter',
          segment: index % 4 ? 'SMB' : 'Enterprise',
          arrCents: index % 5 ? 100_000 * (index % 4) : null,
          currency: index % 6 ? 'USD' : 'GBP',
          ...(index % 3 ? { renewalAt: `2026-0${(index % 3) + 6}-01` } : {}),
          ...(index % 7 ? {} : { churnedAt: '2026-03-01' }),
        }),
      );
    }
    const said = [
      { account: 1, at: '2026-06-30T23:30:00Z', themeId: exports },
      { account: 1, at: '2026-04-02T00:00:00Z', themeId: merged },
      { account: 1, at: '2026-04-01T23:59:59Z', themeId: exports },
      { account: 2, at: '2026-06-01T00:00:00Z', themeId: merged },
      { account: 3, at: '2026-06-02T00:00:00Z', themeId: exports, kind: 'praise' as const },
      { account: 4, at: '2026-07-02T00:00:00Z', themeId: exports },
      { account: 5, at: '2025-02-02T00:00:00Z', themeId: exports },
    ];
    for (const { account, ...rest } of said)
      await makeSaid(scope, { sourceId, accountId: ids[account], ...rest });
    const shares = [1, 2, 8].map((index) => ({ accountId: ids[index] ?? '', lostShare: 0.1 * index }));
    await makeImpactRun(scope, { asOf: '2026-06-30', themes: new Map([[exports, shares]]) });
  });

  it.each(accountSorts)(
    'sorted by %s visits each account once, up and down, unknown values last',
    async (sort) => {
      const keyOf: Record<AccountSort, (row: AccountRow) => number | string | null> = {
        risk: (row) => row.atRiskCents,
        arr: (row) => row.convertedArrCents,
        name: (row) => row.name.toLowerCase(),
        renewal: (row) => row.renewalAt?.getTime() ?? null,
        feedback: (row) => row.lastFeedbackAt?.getTime() ?? null,
        loss: (row) =>
          row.churnChance === null || row.convertedArrCents === null
            ? null
            : row.churnChance * row.convertedArrCents,
      };
      for (const order of ['asc', 'desc'] as const) {
        const rows = await readAll(scope, { sort, order, pageSize: 4 });
        expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
        const keys = rows.map(keyOf[sort]);
        const known = keys.filter((key) => key !== null);
        expect(keys.slice(0, known.length)).toEqual(known);
        const sorted = [...known].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        expect(known).toEqual(order === 'asc' ? sorted : sorted.reverse());
      }
    },
  );

  it.each<[AccountFilter, number[]]>([
    [{ plan: 'Team', segment: 'Enterprise' }, []],
    [{ plan: 'Starter', segment: 'Enterprise' }, [0, 4, 8, 12, 16]],
    [{ status: 'churned' }, [0, 7, 14]],
    [{ status: 'active', plan: 'Starter' }, [2, 4, 6, 8, 10, 12, 16]],
    [{ q: '100%' }, [1, 4, 7, 10, 13, 16]],
    [{ q: 'A_X' }, [2, 5, 8, 11, 14]],
    [{ q: 'CRM-16' }, [16]],
    [{ q: 'shop3.' }, [3]],
    [{ q: '\\' }, []],
  ])('narrowed to %j holds what fits, and its count says how many', async (filter, expected) => {
    const rows = await readAll(scope, { filter, pageSize: 4 });
    expect(rows.map(({ id }) => ids.indexOf(id)).sort((a, b) => a - b)).toEqual(expected);
    expect(await countAccounts(scope, filter, today)).toBe(expected.length);
  });

  it('opens the accounts behind an issue: those with the problem up to the day of the run, and those exposed now', async () => {
    for (const theme of [exports, merged]) {
      const ever = await readAll(scope, { filter: { theme } });
      expect(ever.map(({ id }) => ids.indexOf(id)).sort()).toEqual([1, 2, 5]);
      const now = await readAll(scope, { filter: { theme, exposed: '1' } });
      expect(now.map(({ id }) => ids.indexOf(id)).sort()).toEqual([1, 2, 8]);
    }
    expect(await countAccounts(scope, { theme: newId() }, today)).toBe(0);
    const toAny = await readAll(scope, { filter: { exposed: '1' } });
    expect(toAny.map(({ id }) => ids.indexOf(id)).sort()).toEqual([1, 2, 8]);
  });

  it('opens the accounts that mention a theme in a period, as many as its page counts', async () => {
    const currencies = { currency: 'USD', rates: {}, limit: 1 };
    for (const days of [
      { from: '2026-01-01', to: '2026-12-31' },
      { from: '2026-06-30', to: '2026-06-30' },
    ]) {
      const { total } = await findThemeAccounts(scope, exports, days, currencies);
      expect(total).toBeGreaterThan(0);
      expect(await countAccounts(scope, { mentions: exports, ...days }, today)).toBe(total);
    }
  });

  it('opens the accounts with ARR in a currency, as many as the settings count', async () => {
    const found = await findArrCurrencies(scope);
    expect(found.length).toBeGreaterThan(0);
    for (const { currency, accounts } of found) {
      expect(await countAccounts(scope, { currency }, today)).toBe(accounts);
    }
    expect(await countAccounts(scope, { currency: 'XTS' }, today)).toBe(0);
  });

  it('counts the problems that its link opens', async () => {
    for (const row of await readAll(scope)) {
      const opened = await countFeedback(scope, { account: row.id, problem: '1', ...problemDays });
      expect(row.problems).toBe(opened);
    }
    expect(await rowOf(scope, ids[1] ?? '')).toMatchObject({
      problems: 2,
      lastFeedbackAt: new Date('2026-06-30T23:30:00Z'),
      lastSentiment: 'negative',
    });
  });

  it('shows nothing of another workspace', async () => {
    const other = await makeWorkspace();
    expect(await readAll(other)).toEqual([]);
    expect(await countAccounts(other, { theme: exports }, today)).toBe(0);
  });
});
