import { describe, expect, it } from 'vitest';
import {
  acceptAccountMerge,
  rejectAccountMerge,
  takeBackAccountMerge,
} from '@/lib/accounts/decide-account-merge';
import { ensurePeople } from '@/lib/accounts/ensure-people';
import { fillAccounts } from '@/lib/accounts/fill-accounts';
import { findAccountMerges, findAccountSuggestions } from '@/lib/accounts/find-account-suggestions';
import { getAccount } from '@/lib/accounts/get-account';
import { upsertAccounts } from '@/lib/accounts/upsert-accounts';
import type { Scope } from '@/lib/db/scope';
import { makeStatement } from '@/lib/db/testing/make-statement';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { makeMember } from '@/lib/workspaces/testing/make-members';

const crm = {
  ...{ externalId: 'hubspot:1', name: 'ACME, Inc.', domain: 'acme-co.test', custom: { tier: 'gold' } },
  ...{ arrCents: 500_000, currency: 'EUR', industry: 'Tools' },
};
const since = new Date('2026-01-01');
const write = (scope: Scope, inputs: Parameters<typeof upsertAccounts>[1]) =>
  upsertAccounts(scope, inputs, { importId: null, asOf: since });

/** A company as a CRM knows it, and as a file names it, with what one of its people said. */
async function makePair(order: 'crm first' | 'file first') {
  const { scope } = await makeMember(await makeWorkspace(), 'success_manager');
  const tell = [
    () => write(scope, [crm]),
    () =>
      write(scope, [
        { externalId: 'Acme', name: 'Acme', plan: 'Team', custom: { tier: 'none', area: 'North' } },
      ]),
  ];
  for (const each of order === 'crm first' ? tell : tell.toReversed()) await each();
  const person = [{ account: { externalId: 'Acme' }, contact: { email: 'ann@mail-co.test', name: 'Ann' } }];
  const [said] = await ensurePeople(scope, person, null);
  const source = { sourceId: await makeSource(scope), contactId: said?.contactId ?? '' };
  await makeStatement(scope, { ...source, accountId: said?.accountId ?? '' });
  return { scope, fileId: said?.accountId ?? '', contactId: source.contactId };
}

const suggested = async (scope: Scope) => (await findAccountSuggestions(scope, { page: 1 })).suggestions;
const rows = (scope: Scope) =>
  scope.run(async (db) => {
    const where = { workspaceId: scope.workspaceId };
    return {
      accounts: await db.account.findMany({
        where,
        orderBy: { externalId: 'asc' },
        omit: { updatedAt: true },
        include: { arrHistory: true, employments: true },
      }),
      feedback: await db.feedback.findMany({ where, select: { id: true, accountId: true } }),
    };
  });

describe('accounts that may be one company', () => {
  it('are suggested by domain or bare name in any order, not where their domains differ', async () => {
    for (const order of ['crm first', 'file first'] as const) {
      const { scope } = await makePair(order);
      const [one, ...others] = await suggested(scope);
      expect(one?.evidence).toEqual([{ kind: 'same_name' }]);
      expect(one?.accounts.map(({ name, statements }) => [name, statements]).sort()).toEqual([
        ['ACME, Inc.', 0],
        ['Acme', 1],
      ]);
      expect(others).toEqual([]);
      await write(scope, [{ externalId: 'Acme', domain: 'acme.test' }]);
      expect(await suggested(scope)).toEqual([]);
      await write(scope, [{ externalId: 'x', name: 'Other', domain: 'ACME.test' }]);
      expect((await suggested(scope))[0]?.evidence).toEqual([{ kind: 'same_domain' }]);
    }
  });

  it('become one, to whom both keys lead, and two again as they were', async () => {
    const { scope, fileId, contactId } = await makePair('file first');
    const before = await rows(scope);
    const [pair] = await suggested(scope);
    const ids = pair?.accounts.map(({ id }) => id) as [string, string];
    await acceptAccountMerge(scope, ids);
    const [merge] = await findAccountMerges(scope, {});
    expect(merge).toMatchObject({ keptName: 'ACME, Inc.', droppedName: 'Acme', droppedKey: 'Acme' });
    const keptId = merge?.keptId ?? '';
    expect(keptId).not.toBe(fileId);
    expect(await getAccount(scope, keptId)).toMatchObject({
      ...{ name: 'ACME, Inc.', plan: 'Team', arrCents: 500_000 },
      custom: [
        { label: 'area', value: 'North' },
        { label: 'tier', value: 'gold' },
      ],
    });
    const merged = await rows(scope);
    expect(merged.accounts).toHaveLength(1);
    expect(merged.accounts[0]?.employments).toMatchObject([{ contactId }]);
    expect(merged.feedback.map(({ accountId }) => accountId)).toEqual([keptId]);

    // Whoever goes on naming it by the other key speaks of the one that stayed, also within one batch.
    const [said] = await ensurePeople(scope, [{ account: { externalId: 'Acme' } }], null);
    expect(said?.accountId).toBe(keptId);
    const changes = await write(scope, [
      { externalId: 'Acme', segment: 'SMB' },
      { externalId: 'hubspot:1', industry: 'Toys' },
    ]);
    expect(changes.map(({ accountId }) => accountId)).toEqual([keptId, keptId]);
    expect(await getAccount(scope, keptId)).toMatchObject({ segment: 'SMB', industry: 'Toys', plan: 'Team' });
    await write(scope, [{ externalId: 'hubspot:1', segment: null, industry: 'Tools' }]);
    // Who is not trusted to change it cannot do so by the other key either.
    await fillAccounts(scope, [{ externalId: 'Acme', name: 'Evil', industry: 'Toys' }], { asOf: since });
    expect(await getAccount(scope, keptId)).toMatchObject({ name: 'ACME, Inc.', industry: 'Tools' });

    await takeBackAccountMerge(scope, merge?.id ?? '');
    expect(await rows(scope)).toEqual(before);
    expect(await suggested(scope)).toEqual([]);
    await expect(takeBackAccountMerge(scope, merge?.id ?? '')).rejects.toThrow('undone already');
  });

  it('hand on their revenue where the one that stays has none; are rejected once for all', async () => {
    const { scope } = await makeMember(await makeWorkspace(), 'success_manager');
    const [one, two] = await write(scope, [
      { externalId: 'a', name: 'Acme', domain: 'acme.test' },
      { externalId: 'b', name: 'Acme GmbH', arrCents: 900, currency: 'EUR' },
    ]);
    const ids = [one?.accountId ?? '', two?.accountId ?? ''] as const;
    await rejectAccountMerge(scope, ids);
    expect(await suggested(scope)).toEqual([]);
    await acceptAccountMerge(scope, ids);
    const [merge] = await findAccountMerges(scope, {});
    expect(merge?.keptName).toBe('Acme GmbH');
    expect(await getAccount(scope, merge?.keptId ?? '')).toMatchObject({
      domain: 'acme.test',
      arrCents: 900,
    });
    await expect(acceptAccountMerge(scope, ids)).rejects.toThrow('not there any more');
    const viewer = (await makeMember(await makeWorkspace(), 'viewer')).scope;
    await expect(acceptAccountMerge(viewer, ids)).rejects.toThrow('Your role does not allow');
  });
});
