import { describe, expect, it } from 'vitest';
import { findWorkspaces } from '@/lib/auth/session';
import { newId } from '@/lib/core/ids';
import { asCredential, asUser } from '@/lib/db/scope';
import { inviteMember } from '@/lib/workspaces/invite-member';
import { makeMember, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

describe('a scope', () => {
  it('sees the rows of its own workspace even when a query forgets to ask for them', async () => {
    const [ours, theirs] = [await makeOwnedWorkspace('Ours'), await makeOwnedWorkspace('Theirs')];
    await makeMember(theirs.scope, 'viewer');
    const seen = await ours.scope.run(async (db) => ({
      workspaces: await db.workspace.findMany(),
      members: await db.member.findMany(),
      audit: await db.auditEntry.findMany(),
      raw: await db.$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM members`,
    }));
    expect(seen.workspaces.map(({ name }) => name)).toEqual(['Ours']);
    expect(seen.members.map(({ id }) => id)).toEqual([ours.memberId]);
    expect(seen.audit.map(({ workspaceId }) => workspaceId)).toEqual([ours.scope.workspaceId]);
    expect(seen.raw).toEqual([{ count: 1n }]);
  });

  it('can neither change nor add rows elsewhere', async () => {
    const [ours, theirs] = [await makeOwnedWorkspace('Ours'), await makeOwnedWorkspace('Theirs')];
    const { workspaceId } = theirs.scope;
    const changed = await ours.scope.run((db) =>
      db.member.updateMany({ where: { workspaceId }, data: { role: 'viewer' } }),
    );
    expect(changed.count).toBe(0);
    await expect(
      ours.scope.run((db) =>
        db.member.create({ data: { workspaceId, id: newId(), userId: ours.user.id, role: 'owner' } }),
      ),
    ).rejects.toThrow('row-level security');
  });

  it('leaves nothing open for the next one on the same connection', async () => {
    const { scope, user } = await makeOwnedWorkspace();
    await scope.run((db) => db.member.findMany());
    expect(await asUser(newId(), (db) => db.member.findMany())).toEqual([]);
    expect(await asUser(user.id, (db) => db.member.findMany())).toHaveLength(1);
    expect(await asCredential('no such hash', (db) => db.member.findMany())).toEqual([]);
  });
});

describe('before a workspace is known', () => {
  it('a user sees the workspaces they are in, a credential its own invitation', async () => {
    const [first, second] = [await makeOwnedWorkspace('First'), await makeOwnedWorkspace('Second')];
    const member = await makeMember(first.scope, 'viewer');
    expect(await findWorkspaces(member.user.id)).toMatchObject([{ name: 'First' }]);
    await inviteMember(second.scope, { email: member.user.email, role: 'viewer' });
    expect(await asUser(member.user.id, (db) => db.invitation.findMany())).toEqual([]);
    expect(await asCredential('no such hash', (db) => db.invitation.findMany())).toEqual([]);
  });
});

describe('the audit trail', () => {
  it('cannot be changed or shortened by the application', async () => {
    const { scope } = await makeOwnedWorkspace();
    const where = { workspaceId: scope.workspaceId };
    for (const attempt of [
      () => scope.run((db) => db.auditEntry.updateMany({ where, data: { action: 'nothing' } })),
      () => scope.run((db) => db.auditEntry.deleteMany({ where })),
      () => scope.run((db) => db.$executeRaw`TRUNCATE audit_entries`),
    ]) {
      await expect(attempt()).rejects.toThrow('permission denied');
    }
    expect(await scope.run((db) => db.auditEntry.count({ where }))).toBe(1);
  });
});
