import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { makeRandom } from '@/lib/core/random';
import type { Scope } from '@/lib/db/scope';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import type { AccountContext, AccountRow } from '@/lib/impact/describe-accounts';
import { findExposedAccounts } from '@/lib/impact/exposed-accounts';
import { findAccountPage } from '@/lib/impact/find-account-page';
import { findAccountRisk } from '@/lib/impact/find-account-risk';
import { loadWorkspaceRecords } from '@/lib/impact/load-ranking-input';
import { toEpochDay } from '@/lib/impact/months';
import { computePortfolioAtRisk } from '@/lib/impact/portfolio-at-risk';
import { makeCustomer, makeSaid, makeTopic } from '@/lib/impact/testing/make-customer';
import { type KeptShare, makeImpactRun } from '@/lib/impact/testing/make-impact-run';

const today = new Date('2026-07-10');
const context: AccountContext = {
  ...{ currency: 'USD', rates: { EUR: 1.1, JPY: 0.0067 }, today },
  problemDays: { from: '2026-04-02', to: '2026-06-30' },
};

/** What the list of accounts says of one. */
async function rowOf(scope: Scope, id: string): Promise<AccountRow> {
  const { rows } = await findAccountPage(
    scope,
    { filter: {}, sort: 'risk', order: 'desc', page: 1 },
    context,
  );
  const row = rows.find((each) => each.id === id);
  if (!row) throw new Error('the account is not listed');
  return row;
}

/** Another ARR, as an import writes it: on the account and as a line of its history. */
async function changeArr(
  scope: Scope,
  accountId: string,
  line: { from: string; arrCents: number; currency: string },
): Promise<void> {
  const { workspaceId } = scope;
  const amount = { arrCents: BigInt(line.arrCents), currency: line.currency };
  await scope.run(async (db) => {
    await db.accountArr.create({
      data: { workspaceId, id: newId(), accountId, validFrom: new Date(line.from), ...amount },
    });
    await db.account.update({
      where: { workspaceId_id: { workspaceId, id: accountId } },
      data: amount,
    });
  });
}

describe('ARR at risk', () => {
  it('is that of the pure function, account by account', async () => {
    const scope = await makeWorkspace();
    const random = makeRandom(11);
    const accounts: { id: string; arrCents: number }[] = [];
    for (let index = 0; index < 12; index++) {
      const arrCents = Math.round(random() * 9_000_000);
      accounts.push({ id: await makeCustomer(scope, { arrCents }), arrCents });
    }
    const themes = new Map<string, KeptShare[]>();
    for (const name of ['Exports', 'Sync', 'Price', 'Speed']) {
      const shares = accounts.flatMap(({ id }) =>
        random() < 0.6 ? [{ accountId: id, lostShare: random() < 0.15 ? null : 0.9 * random() - 0.2 }] : [],
      );
      themes.set(await makeTopic(scope, name), shares);
    }
    await makeImpactRun(scope, { asOf: '2026-06-30', themes });

    for (const { id, arrCents } of accounts) {
      const own = [...themes.values()].map((shares) => ({
        accounts: shares.filter(({ accountId }) => accountId === id).map((share) => ({ ...share, arrCents })),
      }));
      const isUnknown =
        own.some((theme) => theme.accounts.length > 0) &&
        own.every((theme) => theme.accounts.every(({ lostShare }) => lostShare === null));
      const { atRiskCents, noRiskReason } = await rowOf(scope, id);
      const detail = await findAccountRisk(scope, id, context);
      expect(noRiskReason).toBe(isUnknown ? 'no-base-rate' : null);
      expect(atRiskCents === null ? null : Math.round(atRiskCents)).toBe(
        isUnknown ? null : (computePortfolioAtRisk(own) ?? 0),
      );
      expect(detail?.atRiskCents).toBe(atRiskCents);
    }
  });

  it('counts the newest run alone, with the ARR of its day in the workspace currency', async () => {
    const scope = await makeWorkspace();
    const yen = await makeCustomer(scope, { arrCents: 1_000_000, currency: 'JPY' });
    const theme = await makeTopic(scope, 'Exports');
    await makeImpactRun(scope, {
      asOf: '2026-05-31',
      themes: new Map([[theme, [{ accountId: yen, lostShare: 0.9 }]]]),
    });
    await makeImpactRun(scope, {
      asOf: '2026-06-30',
      themes: new Map([[theme, [{ accountId: yen, lostShare: 0.5 }]]]),
    });
    await scope.run((db) =>
      db.accountArr.create({
        data: {
          ...{ workspaceId: scope.workspaceId, id: newId(), accountId: yen, currency: 'JPY' },
          ...{ validFrom: new Date('2026-08-01'), arrCents: 9n },
        },
      }),
    );
    const row = await rowOf(scope, yen);
    expect(row.convertedArrCents).toBe(670_000);
    expect(row.atRiskCents).toBeCloseTo(335_000, 6);
    expect(row.themes).toEqual([{ id: theme, name: 'Exports', lostShare: 0.5 }]);
  });

  it('takes the only ARR an import brought as that of all time, as the issues do', async () => {
    const scope = await makeWorkspace();
    const theme = await makeTopic(scope, 'Exports');
    const [once, twice] = [
      await makeCustomer(scope, { arrCents: 1000, startedAt: '2026-07-05' }),
      await makeCustomer(scope, { arrCents: 1000, startedAt: '2026-07-05' }),
    ];
    await scope.run((db) =>
      db.accountArr.create({
        data: {
          ...{ workspaceId: scope.workspaceId, id: newId(), accountId: twice, currency: 'USD' },
          ...{ validFrom: new Date('2026-07-08'), arrCents: 2000n },
        },
      }),
    );
    const shares = [once, twice].map((accountId) => ({ accountId, lostShare: 0.5 }));
    await makeImpactRun(scope, { asOf: '2026-06-30', themes: new Map([[theme, shares]]) });
    expect((await rowOf(scope, once)).atRiskCents).toBeCloseTo(500, 6);
    expect((await rowOf(scope, twice)).atRiskCents).toBeNull();
  });

  it('does not go on from a line that ended where the one after it has no rate', async () => {
    const scope = await makeWorkspace();
    const theme = await makeTopic(scope, 'Exports');
    const id = await makeCustomer(scope, { arrCents: 5000 });
    await makeSaid(scope, {
      ...{ sourceId: await makeSource(scope), accountId: id, themeId: theme, at: '2026-06-30T10:00:00Z' },
    });
    const { currency, rates } = context;
    const exposedCents = async () => {
      const records = await loadWorkspaceRecords(scope, { today: toEpochDay(today), currency, rates });
      if (!records) throw new Error('the workspace has feedback');
      const exposed = findExposedAccounts(records.accounts, records.mentions, {
        ...{ asOfDay: records.asOfDay, windowDays: 90 },
      });
      return (exposed.get(theme) ?? []).map(({ arrCents, revenueBand }) => [arrCents, revenueBand]);
    };
    await makeImpactRun(scope, {
      asOf: '2026-06-30',
      themes: new Map([[theme, [{ accountId: id, lostShare: 0.5 }]]]),
    });
    expect(await exposedCents()).toEqual([[5000, 'under-1k']]);
    expect((await rowOf(scope, id)).atRiskCents).toBeCloseTo(2500, 6);
    await changeArr(scope, id, { from: '2026-06-01', arrCents: 5000, currency: 'GBP' });
    expect(await exposedCents()).toEqual([[null, 'unknown']]);
    expect(await rowOf(scope, id)).toMatchObject({ atRiskCents: null, noRiskReason: 'no-rate' });
    // In a currency with a rate since, but not on the day of the run.
    await changeArr(scope, id, { from: '2026-07-05', arrCents: 5000, currency: 'EUR' });
    expect(await rowOf(scope, id)).toMatchObject({ atRiskCents: null, noRiskReason: 'no-rate' });
  });

  it('is of no more than the account pays today', async () => {
    const scope = await makeWorkspace();
    const theme = await makeTopic(scope, 'Exports');
    const [less, more] = [
      await makeCustomer(scope, { arrCents: 5_000_000 }),
      await makeCustomer(scope, { arrCents: 5_000_000 }),
    ];
    await changeArr(scope, less, { from: '2026-07-05', arrCents: 100_000, currency: 'EUR' });
    await changeArr(scope, more, { from: '2026-07-05', arrCents: 9_000_000, currency: 'EUR' });
    const shares = [less, more].map((accountId) => ({ accountId, lostShare: 0.5 }));
    await makeImpactRun(scope, { asOf: '2026-06-30', themes: new Map([[theme, shares]]) });
    expect((await rowOf(scope, less)).atRiskCents).toBeCloseTo(55_000, 6);
    expect((await rowOf(scope, more)).atRiskCents).toBeCloseTo(2_500_000, 6);
    expect((await findAccountRisk(scope, less, context))?.atRiskCents).toBeCloseTo(55_000, 6);
  });

  it('is of problems associated with churn alone where these are asked for, and adds up to their sum', async () => {
    const scope = await makeWorkspace();
    const [driver, noise] = [await makeTopic(scope, 'Exports'), await makeTopic(scope, 'Colours')];
    const [both, one, other] = [
      await makeCustomer(scope, { arrCents: 1000 }),
      await makeCustomer(scope, { arrCents: 3000 }),
      await makeCustomer(scope, { arrCents: 5000 }),
    ];
    const shareOf = (lostShare: number) => (accountId: string) => ({ accountId, lostShare });
    const themes = new Map([
      [driver, [both, one].map(shareOf(0.5))],
      [noise, [both, other].map(shareOf(0.2))],
    ]);
    await makeImpactRun(scope, { asOf: '2026-06-30', themes, linked: [driver] });
    const list = async (exposed: '1' | 'linked') => {
      const query = { filter: { exposed }, sort: 'risk' as const, order: 'desc' as const, page: 1 };
      const { rows, total, risk } = await findAccountPage(scope, query, context);
      const amounts = rows.map(({ id, atRiskCents }) => [id, Math.round(atRiskCents ?? 0)]);
      return { amounts, total, risk: risk && { ...risk, cents: Math.round(risk.cents) } };
    };
    expect(await list('linked')).toEqual({
      amounts: [
        [one, 1500],
        [both, 500],
      ],
      ...{ total: 2, risk: { cents: 2000, known: 2 } },
    });
    expect(await list('1')).toMatchObject({ total: 3, risk: { cents: 3100, known: 3 } });
  });

  it('tells who pays in a currency without a rate now, not who once did or has left', async () => {
    const scope = await makeWorkspace();
    const theme = await makeTopic(scope, 'Exports');
    const [once, now] = [await makeCustomer(scope, { currency: 'GBP' }), await makeCustomer(scope)];
    await makeCustomer(scope, { currency: 'GBP', churnedAt: '2026-05-01' });
    await changeArr(scope, once, { from: '2026-06-01', arrCents: 5000, currency: 'EUR' });
    await changeArr(scope, now, { from: '2026-06-01', arrCents: 5000, currency: 'GBP' });
    const sourceId = await makeSource(scope);
    await makeSaid(scope, { sourceId, accountId: now, themeId: theme, at: '2026-06-30T10:00:00Z' });
    const { currency, rates } = context;
    const records = await loadWorkspaceRecords(scope, { today: toEpochDay(today), currency, rates });
    expect(records?.accountsWithoutRate).toBe(1);
    await makeImpactRun(scope, { asOf: '2026-06-30', themes: new Map() });
    const query = {
      filter: { unrated: '1' as const },
      sort: 'name' as const,
      order: 'asc' as const,
      page: 1,
    };
    const { rows, total } = await findAccountPage(scope, query, context);
    expect([total, rows.map(({ id }) => id)]).toEqual([1, [now]]);
  });

  it('says why it is not known', async () => {
    const scope = await makeWorkspace();
    const ids = {
      churned: await makeCustomer(scope, { churnedAt: '2026-07-01' }),
      leaving: await makeCustomer(scope, { churnedAt: '2026-12-01' }),
      'no-arr': await makeCustomer(scope, { arrCents: null }),
      'no-rate': await makeCustomer(scope, { currency: 'GBP' }),
    };
    expect((await rowOf(scope, ids.leaving)).noRiskReason).toBe('not-computed');
    await makeImpactRun(scope, { asOf: '2026-06-30', themes: new Map() });
    for (const [name, id] of Object.entries(ids)) {
      const { noRiskReason, atRiskCents } = await rowOf(scope, id);
      expect(noRiskReason).toBe(name === 'leaving' ? null : name);
      const detail = await findAccountRisk(scope, id, context);
      expect(detail).toMatchObject({ noRiskReason, atRiskCents });
      expect(atRiskCents).toBe(name === 'leaving' ? 0 : null);
    }
  });
});
