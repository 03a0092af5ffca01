import { expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { toDate } from '@/lib/health/day-counts';
import { findHealthModels, findPropensities } from '@/lib/health/find-health';
import { simulateHealthAccounts } from '@/lib/health/testing/simulate-accounts';
import { trainAccountHealth } from '@/lib/health/train-health';

const ACCOUNTS = 240;

/** Writes simulated accounts and their use; ids in the order of the accounts. */
async function storeAccounts(
  scope: Scope,
  { accounts }: ReturnType<typeof simulateHealthAccounts>,
): Promise<string[]> {
  const { workspaceId } = scope;
  const sourceId = await makeSource(scope);
  const ids = accounts.map(() => newId());
  const idAt = (index: number) => ids[index] ?? '';
  await scope.run(async (db) => {
    await db.account.createMany({
      data: accounts.map(({ accountId, plan, startedDay, churnedDay }, index) => ({
        ...{ workspaceId, id: idAt(index), name: accountId, plan, arrCents: 1_200_000, currency: 'USD' },
        startedAt: startedDay === null ? null : toDate(startedDay),
        churnedAt: churnedDay === null ? null : toDate(churnedDay),
      })),
    });
    // In one statement: thousands of rows are slow as rows of parameters.
    const events = accounts.flatMap(({ usage }, index) =>
      usage.days.map((day, at) => ({
        ...{ id: newId(), account_id: idAt(index), count: usage.counts[at] },
        occurred_at: toDate(day),
      })),
    );
    await db.$executeRaw`
      INSERT INTO usage_events (workspace_id, id, source_id, external_id, account_id, name, count, occurred_at)
      SELECT ${workspaceId}::uuid, r.id, ${sourceId}::uuid, r.id::text, r.account_id, 'sessions', r.count, r.occurred_at
      FROM jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
        AS r(id uuid, account_id uuid, count int, occurred_at timestamptz)`;
  });
  return ids;
}

it('trains, keeps and shows chances where they are better than chance, and withholds them where not', async () => {
  const scope = await makeWorkspace();
  const simulated = simulateHealthAccounts({ seed: 3, accounts: ACCOUNTS, hazard: 0.01, fadedHazard: 0.08 });
  const ids = await storeAccounts(scope, simulated);
  expect(await findHealthModels(scope)).toEqual([]);
  const now = toDate(simulated.coverage.until);
  await trainAccountHealth(scope, now);

  const models = await findHealthModels(scope);
  expect(models.map(({ outcome, withheld }) => [outcome, withheld])).toEqual([
    ['churn', null],
    // No ARR history was written, so nobody was seen to pay anything for long enough.
    ['contraction', 'short-history'],
    ['expansion', 'short-history'],
  ]);
  const customers = simulated.accounts.filter(({ churnedDay }) => churnedDay === null);
  const found = await findPropensities(scope, ids);
  expect(found.size).toBe(customers.length);
  const chances = [...found.values()].map(({ churn }) => churn?.chance ?? Number.NaN);
  expect(Math.min(...chances)).toBeGreaterThan(0);
  expect(Math.max(...chances)).toBeLessThan(1);

  // Again: the newest alone has accounts, the older stays as a record.
  await trainAccountHealth(scope, now);
  expect((await findPropensities(scope, ids)).size).toBe(customers.length);
  const counts = await scope.run(async (db) => [
    await db.healthModel.count(),
    await db.accountHealth.count(),
  ]);
  expect(counts).toEqual([6, customers.length]);
  expect((await findHealthModels(scope))[0]?.details).toEqual(models[0]?.details);
});
