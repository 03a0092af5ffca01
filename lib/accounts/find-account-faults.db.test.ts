import { expect, it } from 'vitest';
import { findAccountFaults } from '@/lib/accounts/find-account-faults';
import type { AccountInput } from '@/lib/accounts/schema';
import { upsertAccounts } from '@/lib/accounts/upsert-accounts';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';

const on = (text: string) => new Date(`${text}T00:00:00Z`);
const today = on('2026-10-05');

it('holds a date given alone against the one stored, and against those of earlier rows', async () => {
  const scope = await makeWorkspace();
  await upsertAccounts(
    scope,
    [
      { externalId: 'started', startedAt: on('2026-03-02') },
      { externalId: 'left', startedAt: on('2025-01-01'), churnedAt: on('2026-03-02') },
    ],
    { importId: null, asOf: today },
  );
  const inputs: AccountInput[] = [
    { externalId: 'started', churnedAt: on('2026-03-01') },
    { externalId: 'started', churnedAt: on('2026-03-03') },
    { externalId: 'left', startedAt: on('2026-03-03') },
    { externalId: 'left', startedAt: on('2026-03-03'), churnedAt: null },
    { externalId: 'new', startedAt: on('2026-05-01') },
    { externalId: 'new', churnedAt: on('2026-04-30') },
    { externalId: 'left', plan: 'Basic' },
    { externalId: 'started', renewalAt: on('2026-01-01') },
    { externalId: 'renews', renewalAt: on('2026-01-01') },
    { externalId: 'renews', startedAt: on('2026-02-01') },
  ];
  const faults = await findAccountFaults(scope, inputs, today);
  expect(faults.map((fault) => fault?.field ?? null)).toEqual([
    'churnedAt',
    null,
    'startedAt',
    null,
    null,
    'churnedAt',
    null,
    'renewalAt',
    null,
    'startedAt',
  ]);
  expect(faults[0]?.reason).toBe('the account left (2026-03-01) before it started (2026-03-02)');
});
