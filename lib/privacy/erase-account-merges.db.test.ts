import { expect, it } from 'vitest';
import { acceptAccountMerge, takeBackAccountMerge } from '@/lib/accounts/decide-account-merge';
import { ensurePeople } from '@/lib/accounts/ensure-people';
import { findAccountMerges } from '@/lib/accounts/find-account-suggestions';
import { erasePerson } from '@/lib/privacy/erase-person';
import { makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

it('an erased person takes with them what a merge of two accounts kept of them', async () => {
  const { scope } = await makeOwnedWorkspace();
  const accounts = ['Acme', 'Acme Inc'].map((externalId) => ({ account: { externalId } }));
  const contact = { email: 'a@one.test' };
  const people = accounts.map((account) => ({ ...account, contact }));
  const [first, second] = await ensurePeople(scope, people, null);
  await acceptAccountMerge(scope, [first?.accountId ?? '', second?.accountId ?? '']);
  const contactId = first?.contactId ?? '';
  await erasePerson(scope, { contactId, extent: 'everything' });
  const [merge] = await findAccountMerges(scope, {});
  const kept = await scope.run((db) =>
    db.accountMerge.findMany({ where: { workspaceId: scope.workspaceId } }),
  );
  expect(JSON.stringify(kept)).not.toContain(contactId);
  await takeBackAccountMerge(scope, merge?.id ?? '');
  expect(await scope.run((db) => db.employment.count({ where: { workspaceId: scope.workspaceId } }))).toBe(0);
});
