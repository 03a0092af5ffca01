import { describe, expect, it } from 'vitest';
import { acceptMerge, rejectMerge } from '@/lib/accounts/decide-merge';
import { ensurePeople } from '@/lib/accounts/ensure-people';
import { findMergeSuggestions, findMerges } from '@/lib/accounts/find-merge-suggestions';
import { getContact } from '@/lib/accounts/get-contact';
import { undoContactMerge } from '@/lib/accounts/undo-contact-merge';
import type { Scope } from '@/lib/db/scope';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { makeMember } from '@/lib/workspaces/testing/make-members';

const account = (externalId: string) => ({ externalId });
const people = [
  { account: account('old'), contact: { email: 'ann.lee@old-co.test', name: 'Ann Lee' } },
  {
    account: account('new'),
    contact: { email: 'ann.lee@new-co.test', name: 'ann lee', phone: '+49 30 123456' },
  },
  { account: account('new'), contact: { externalId: 'x', name: 'Ann Lee' } },
  { contact: { phone: '+4930123456' } },
  { account: account('other'), contact: { email: 'ann@other-co.test', name: 'Ann' } },
];

const kindsOf = async (scope: Scope) =>
  (await findMergeSuggestions(scope, { page: 1 })).suggestions.map(({ evidence }) =>
    evidence.map(({ kind }) => kind),
  );

async function makePeople(order: number[]) {
  const scope = (await makeMember(await makeWorkspace(), 'success_manager')).scope;
  const ids: string[] = [];
  for (const at of order) {
    const [one] = await ensurePeople(scope, [people[at] ?? {}], null);
    ids[at] = one?.contactId ?? '';
  }
  return { scope, ids };
}

describe('suggested merges', () => {
  it('are the same in any order, with what speaks for them', async () => {
    const expected = [['same_name_and_company'], ['same_name_and_mailbox'], ['same_phone']];
    for (const order of [
      [0, 1, 2, 3, 4],
      [3, 4, 2, 0, 1],
    ]) {
      const { scope } = await makePeople(order);
      expect((await kindsOf(scope)).sort()).toEqual(expected);
    }
  });

  it('do not come of a name that is to be expected twice', async () => {
    const { scope } = await makePeople([0, 1]);
    const others = ['Ann Berg', 'Ann Coe', 'Tom Lee', 'Pia Lee'].map((name, at) => ({
      contact: { email: `p${at}@others.test`, name },
    }));
    await ensurePeople(scope, others.slice(1, 3), null);
    // One other Ann and one other Lee among four people.
    expect(await kindsOf(scope)).toEqual([]);
    const { scope: rarer } = await makePeople([0, 1]);
    await ensurePeople(rarer, others.slice(0, 2), null);
    expect(await kindsOf(rarer)).toEqual([['same_name_and_mailbox']]);
  });

  it('are accepted, with the jobs of both as history, and taken back for good', async () => {
    const { scope, ids } = await makePeople([0, 1, 2, 3, 4]);
    const pair: [string, string] = [ids[1] ?? '', ids[0] ?? ''];
    await acceptMerge(scope, pair);
    const [kept] = [...pair].sort();
    expect(await getContact(scope, kept ?? '')).toMatchObject({
      emails: ['ann.lee@old-co.test', 'ann.lee@new-co.test'],
      phones: ['+4930123456'],
      jobs: [{ accountName: 'new' }, { accountName: 'old' }],
    });
    const [merge] = await findMerges(scope, {});
    expect(merge).toMatchObject({
      evidence: [{ kind: 'same_name_and_mailbox' }],
      memberName: expect.any(String),
    });
    await undoContactMerge(scope, merge?.id ?? '');
    await expect(undoContactMerge(scope, merge?.id ?? '')).rejects.toThrow('undone already');
    expect((await getContact(scope, ids[0] ?? '')).jobs).toMatchObject([{ accountName: 'old' }]);
    expect((await getContact(scope, ids[1] ?? '')).phones).toEqual(['+4930123456']);
    expect(await kindsOf(scope)).not.toContainEqual(['same_name_and_mailbox']);
    // Not even a row that names both joins those of whom somebody said that they are different.
    const [named] = await ensurePeople(
      scope,
      [{ contact: { externalId: 'y', email: 'ann.lee@old-co.test' } }],
      null,
    );
    expect(named?.contactId).toBe(ids[0]);
  });

  it('are rejected once for all, and refused to who may not decide', async () => {
    const { scope, ids } = await makePeople([1, 3]);
    await rejectMerge(scope, [ids[1] ?? '', ids[3] ?? '']);
    expect(await kindsOf(scope)).toEqual([]);
    await expect(acceptMerge(scope, [ids[1] ?? '', ids[1] ?? ''])).rejects.toThrow('not there any more');
    const viewer = (await makeMember(await makeWorkspace(), 'viewer')).scope;
    await expect(acceptMerge(viewer, [ids[1] ?? '', ids[3] ?? ''])).rejects.toThrow(
      'Your role does not allow',
    );
  });
});
