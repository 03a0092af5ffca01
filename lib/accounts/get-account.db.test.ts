import { expect, it } from 'vitest';
import { findWeeklyUsage } from '@/lib/accounts/find-weekly-usage';
import { getAccount } from '@/lib/accounts/get-account';
import { setStrategicWeight } from '@/lib/accounts/set-strategic-weight';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';

async function makeAccount(scope: Scope): Promise<string> {
  const id = newId();
  await scope.run(async (db) => {
    const { workspaceId } = scope;
    await db.account.create({ data: { workspaceId, id, name: 'Acme', custom: { tier: 'gold', empty: '' } } });
    await db.customField.create({
      data: { workspaceId, id: newId(), subject: 'account', key: 'tier', label: 'Tier', kind: 'text' },
    });
  });
  return id;
}

it('shows the fields that a workspace added, by label, where they have a value', async () => {
  const scope = await makeWorkspace();
  const account = await getAccount(scope, await makeAccount(scope));
  expect(account.custom).toEqual([{ label: 'Tier', value: 'gold' }]);
});

it('does not know the account of another workspace, nor changes its weight', async () => {
  const scope = await makeWorkspace();
  const accountId = await makeAccount(scope);
  const other = await makeWorkspace();
  await expect(getAccount(other, accountId)).rejects.toMatchObject({ kind: 'not_found' });
  await expect(setStrategicWeight(other, { accountId, weight: 9 })).rejects.toMatchObject({
    kind: 'not_found',
  });
  expect((await getAccount(scope, accountId)).strategicWeight).toBe(1);
});

it('records a changed weight and has the issues ranked once; the same weight changes nothing', async () => {
  const scope = await makeWorkspace();
  const accountId = await makeAccount(scope);
  await setStrategicWeight(scope, { accountId, weight: 2.5 });
  await setStrategicWeight(scope, { accountId, weight: 2.5 });
  const { workspaceId } = scope;
  expect((await getAccount(scope, accountId)).strategicWeight).toBe(2.5);
  const entries = await scope.run((db) => db.auditEntry.findMany({ where: { workspaceId } }));
  expect(entries).toMatchObject([
    { action: 'account.weight_changed', subjectId: accountId, details: { from: 1, to: 2.5 } },
  ]);
  const jobs = await scope.run(
    (db) => db.$queryRaw`SELECT name FROM pgboss.job WHERE data ->> 'workspaceId' = ${workspaceId}`,
  );
  expect(jobs).toEqual([{ name: 'issues.rank' }]);
});

it('counts whole weeks of use, from a recorded count or from people seen, gaps as 0', async () => {
  const scope = await makeWorkspace();
  const accountId = await makeAccount(scope);
  const sourceId = await makeSource(scope);
  const { workspaceId } = scope;
  await scope.run(async (db) => {
    const contacts = [newId(), newId()];
    for (const id of contacts) await db.contact.create({ data: { workspaceId, id } });
    const add = (at: string, event: { name: string; count?: number; contactId?: string | undefined }) =>
      db.usageEvent.create({
        data: {
          ...{ workspaceId, id: newId(), sourceId, externalId: newId(), accountId },
          occurredAt: new Date(at),
          ...event,
        },
      });
    await add('2026-05-31T23:59:59Z', { name: 'active_users', count: 7 });
    await add('2026-06-01T00:00:00Z', { name: 'active_users', count: 5 });
    await add('2026-06-01T00:00:00Z', { name: 'sessions', count: 99 });
    await add('2026-06-15T08:00:00Z', { name: 'login', contactId: contacts[0] });
    await add('2026-06-17T08:00:00Z', { name: 'login', contactId: contacts[1] });
    await add('2026-06-17T09:00:00Z', { name: 'login', contactId: contacts[1] });
    await add('2026-06-22T09:00:00Z', { name: 'login', contactId: contacts[1] });
  });
  const until = new Date('2026-06-27');
  const weeks = await findWeeklyUsage(scope, accountId, { until, weeks: 10 });
  expect(weeks.map(({ monday, activeUsers }) => [monday.toISOString().slice(0, 10), activeUsers])).toEqual([
    ['2026-05-25', 7],
    ['2026-06-01', 5],
    ['2026-06-08', 0],
    ['2026-06-15', 2],
  ]);
  const whole = await findWeeklyUsage(scope, accountId, { until: new Date('2026-06-28'), weeks: 2 });
  expect(whole.map(({ activeUsers }) => activeUsers)).toEqual([2, 1]);
});
