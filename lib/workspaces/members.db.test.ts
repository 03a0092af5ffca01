import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { findUserOfSession } from '@/lib/auth/session';
import { identityDb } from '@/lib/db/scope';
import { changeRole } from '@/lib/workspaces/change-role';
import { findMemberPage, findMembers } from '@/lib/workspaces/queries';
import { removeMember } from '@/lib/workspaces/remove-member';
import { findAuditActions, makeMember, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

const sessionOf = async (userId: string) => {
  const user = await identityDb().user.findUniqueOrThrow({ where: { id: userId } });
  return { userId, sessionVersion: user.sessionVersion };
};

it('lists members by pages, with how many there are', async () => {
  const owner = await makeOwnedWorkspace();
  await makeMember(owner.scope, 'viewer');
  await makeMember(owner.scope, 'cx_lead');
  const read = (page: number) => findMemberPage(owner.scope, { page, pageSize: 2 });
  const [first, second] = [await read(1), await read(2)];
  expect([first.total, second.total]).toEqual([3, 3]);
  expect([...first.rows, ...second.rows]).toEqual(await findMembers(owner.scope));
});

describe('changeRole', () => {
  it('changes the role, ends the sessions of that member and writes it down', async () => {
    const owner = await makeOwnedWorkspace();
    const viewer = await makeMember(owner.scope, 'viewer');
    const [theirs, ours] = [await sessionOf(viewer.user.id), await sessionOf(owner.user.id)];
    expect(await findUserOfSession(theirs)).toMatchObject({ id: viewer.user.id });

    await changeRole(owner.scope, viewer.memberId, 'cx_lead');

    expect(await findUserOfSession(theirs)).toBeNull();
    expect(await findUserOfSession(ours)).toMatchObject({ id: owner.user.id });
    expect((await findMembers(owner.scope)).map(({ role }) => role).sort()).toEqual(['cx_lead', 'owner']);
    expect(await findAuditActions(owner.scope)).toEqual(['workspace.created', 'member.role_changed']);
  });

  it('keeps the last owner, and says what to do', async () => {
    const owner = await makeOwnedWorkspace();
    await expect(changeRole(owner.scope, owner.memberId, 'viewer')).rejects.toThrow('someone else an owner');
    await expect(removeMember(owner.scope, owner.memberId)).rejects.toThrow('someone else an owner');
    expect(await findAuditActions(owner.scope)).toEqual(['workspace.created']);
  });

  it('keeps one owner when two demote each other at the same moment', async () => {
    const first = await makeOwnedWorkspace();
    const second = await makeMember(first.scope, 'owner');
    let answer: Promise<unknown> = Promise.resolve();
    await first.scope.run(async (_db, inner) => {
      await changeRole(inner, second.memberId, 'viewer');
      answer = changeRole(second.scope, first.memberId, 'viewer').then(
        () => null,
        (error: unknown) => error,
      );
      // Time for the other to read what is not committed yet; under the lock it waits instead.
      await Promise.race([answer, wait(500)]);
    });
    expect(await answer).toMatchObject({ kind: 'denied' });
    const roles = (await findMembers(first.scope)).map(({ role }) => role);
    expect(roles.sort()).toEqual(['owner', 'viewer']);
  });

  it('does not let an administrator touch or make an owner', async () => {
    const owner = await makeOwnedWorkspace();
    const admin = await makeMember(owner.scope, 'admin');
    const viewer = await makeMember(owner.scope, 'viewer');
    await makeMember(owner.scope, 'owner');
    for (const attempt of [
      () => changeRole(admin.scope, owner.memberId, 'viewer'),
      () => removeMember(admin.scope, owner.memberId),
      () => changeRole(admin.scope, admin.memberId, 'owner'),
      () => changeRole(admin.scope, viewer.memberId, 'owner'),
    ]) {
      await expect(attempt()).rejects.toThrow('Only an owner');
    }
    await changeRole(admin.scope, viewer.memberId, 'cx_lead');
  });

  it('does nothing for a viewer, nor for someone removed a moment ago', async () => {
    const owner = await makeOwnedWorkspace();
    const viewer = await makeMember(owner.scope, 'viewer');
    const admin = await makeMember(owner.scope, 'admin');
    await expect(changeRole(viewer.scope, viewer.memberId, 'admin')).rejects.toMatchObject({
      kind: 'denied',
    });
    await removeMember(owner.scope, admin.memberId);
    await expect(removeMember(admin.scope, viewer.memberId)).rejects.toThrow('no longer a member');
  });

  it('does not find a member of another workspace', async () => {
    const [ours, theirs] = [await makeOwnedWorkspace('Ours'), await makeOwnedWorkspace('Theirs')];
    const viewer = await makeMember(theirs.scope, 'viewer');
    await expect(changeRole(ours.scope, viewer.memberId, 'admin')).rejects.toMatchObject({
      kind: 'not_found',
    });
  });
});

describe('removeMember', () => {
  it('takes the member out and ends the sessions', async () => {
    const owner = await makeOwnedWorkspace();
    const viewer = await makeMember(owner.scope, 'viewer');
    const session = await sessionOf(viewer.user.id);
    await removeMember(owner.scope, viewer.memberId);
    expect(await findUserOfSession(session)).toBeNull();
    expect((await findMembers(owner.scope)).map(({ id }) => id)).toEqual([owner.memberId]);
    await expect(removeMember(owner.scope, viewer.memberId)).rejects.toMatchObject({ kind: 'not_found' });
  });
});
