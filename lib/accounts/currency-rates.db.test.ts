import { expect, it } from 'vitest';
import { findArrCurrencies } from '@/lib/accounts/find-arr-currencies';
import { currencyRatesSchema, saveCurrencyRates } from '@/lib/accounts/save-currency-rates';
import { newId } from '@/lib/core/ids';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { findOpenJob } from '@/lib/jobs/find-open-job';
import { getSetting } from '@/lib/settings/queries';

it('sets and takes away rates, keeps the others, tells the audit trail and has issues ranked again', async () => {
  const scope = await makeWorkspace();
  await saveCurrencyRates(scope, currencyRatesSchema.parse({ EUR: '1,08', GBP: ' 1.3 ', JPY: '' }));
  expect(await getSetting(scope, 'currencyRates')).toEqual({ EUR: 1.08, GBP: 1.3 });
  expect(await findOpenJob(scope, 'issues.rank')).not.toBeNull();
  await saveCurrencyRates(scope, { EUR: null });
  expect(await getSetting(scope, 'currencyRates')).toEqual({ GBP: 1.3 });
  const entries = await scope.run((db) =>
    db.auditEntry.findMany({ where: { workspaceId: scope.workspaceId }, orderBy: { id: 'asc' } }),
  );
  expect(entries.map(({ details }) => details)).toEqual([
    { from: {}, to: { EUR: 1.08, GBP: 1.3 } },
    { from: { EUR: 1.08, GBP: 1.3 }, to: { GBP: 1.3 } },
  ]);
});

it.each(['0', '-1', '1.1.1', '1e3', 'a', '0,0'])('refuses the rate %j', (text) => {
  expect(currencyRatesSchema.safeParse({ EUR: text }).success).toBe(false);
});

it('refuses what is no currency', () => {
  expect(currencyRatesSchema.safeParse({ ABC: '1' }).success).toBe(false);
});

it('finds the currencies of ARR, in this workspace alone', async () => {
  const [scope, other] = [await makeWorkspace(), await makeWorkspace()];
  const { workspaceId } = scope;
  for (const currencies of [['USD', 'EUR'], ['EUR']]) {
    const accountId = newId();
    await scope.run(async (db) => {
      await db.account.create({ data: { workspaceId, id: accountId, name: 'Acme' } });
      await db.accountArr.createMany({
        data: currencies.map((currency, month) => ({
          ...{ workspaceId, id: newId(), accountId, currency, arrCents: 100n },
          validFrom: new Date(Date.UTC(2026, month)),
        })),
      });
    });
  }
  expect(await findArrCurrencies(scope)).toEqual([
    { currency: 'EUR', accounts: 2 },
    { currency: 'USD', accounts: 1 },
  ]);
  expect(await findArrCurrencies(other)).toEqual([]);
});
