import { expect, it } from 'vitest';
import { makeCustomer } from '@/lib/impact/testing/make-customer';
import { makeMember, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';
import { chooseOwner, giveOwners } from './give-owners';
import { makeSampleWorkspace } from './make-sample-workspace';

it('gives the success manager accounts of their own, and leaves the smallest plan to nobody', async () => {
  const { scope, memberId } = await makeOwnedWorkspace();
  const manager = await makeMember(scope, 'success_manager');
  const owners = { successManagerId: manager.memberId, otherId: memberId };
  const accounts = [
    { externalId: 'acct-0001', plan: 'Team' },
    { externalId: 'acct-0002', plan: 'Starter' },
    { externalId: 'acct-0003', plan: 'Enterprise' },
  ] as const;
  for (const { externalId } of accounts) await makeCustomer(scope, { name: externalId, externalId });
  await giveOwners(scope, accounts, owners);
  const rows = await scope.run((db) => db.account.findMany({ orderBy: { externalId: 'asc' } }));
  expect(rows.map(({ ownerId }) => ownerId)).toEqual([manager.memberId, null, memberId]);

  const chosen = makeSampleWorkspace().accounts.map((account) => chooseOwner(account, owners));
  expect(chosen.filter((id) => id === manager.memberId).length).toBeGreaterThan(100);
  expect(chosen.filter((id) => id === memberId).length).toBeGreaterThan(50);
});
