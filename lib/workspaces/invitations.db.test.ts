import { describe, expect, it } from 'vitest';
import { authenticate } from '@/lib/auth/authenticate';
import { findOpenInvitation } from '@/lib/auth/invitation';
import { findWorkspaces } from '@/lib/auth/session';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { acceptInvitation } from '@/lib/workspaces/accept-invitation';
import { inviteMember } from '@/lib/workspaces/invite-member';
import { findInvitationPage, findMembers } from '@/lib/workspaces/queries';
import { removeMember } from '@/lib/workspaces/remove-member';
import {
  findAuditActions,
  makeMember,
  makeOwnedWorkspace,
  makeUser,
  PASSWORD,
} from '@/lib/workspaces/testing/make-members';
import { withdrawInvitation } from '@/lib/workspaces/withdraw-invitation';

const newEmail = () => `${newId()}@example.org`;

const findOpen = async (scope: Scope, now?: Date) =>
  (await findInvitationPage(scope, { page: 1, pageSize: 50 }, now)).rows;

describe('an invitation', () => {
  it('makes someone new a member with a password of their own, once', async () => {
    const owner = await makeOwnedWorkspace();
    const email = newEmail();
    const token = await inviteMember(owner.scope, { email, role: 'cx_lead' });
    const answer = { token, name: 'Nora New', password: 'words of my own' };
    const results = await Promise.allSettled([
      acceptInvitation(null, answer),
      acceptInvitation(null, answer),
      acceptInvitation(null, answer),
    ]);
    const refusals = results.filter((result) => result.status === 'rejected');
    expect(refusals.map(({ reason }) => reason.kind)).toEqual(['not_found', 'not_found']);
    await expect(acceptInvitation(null, answer)).rejects.toThrow('does not work any more');

    const user = await authenticate(email, 'words of my own', null);
    expect(await findWorkspaces(user?.id ?? '')).toMatchObject([{ slug: owner.slug }]);
    expect(await findMembers(owner.scope)).toMatchObject([{ email, role: 'cx_lead' }, { role: 'owner' }]);
    expect(await findOpen(owner.scope)).toEqual([]);
    expect(await findAuditActions(owner.scope)).toEqual([
      'workspace.created',
      'member.invited',
      'member.joined',
    ]);
  });

  it('is not kept in clear', async () => {
    const owner = await makeOwnedWorkspace();
    const token = await inviteMember(owner.scope, { email: newEmail(), role: 'viewer' });
    const rows = await owner.scope.run((db) => db.$queryRaw`SELECT i::text AS row FROM invitations i`);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('ends after seven days, when withdrawn, and when replaced by a newer one', async () => {
    const owner = await makeOwnedWorkspace();
    const email = newEmail();
    const replaced = await inviteMember(owner.scope, { email, role: 'viewer' });
    const expired = await inviteMember(owner.scope, { email, role: 'admin' });
    expect(await findOpenInvitation(replaced)).toBeNull();
    expect(await findOpenInvitation(expired)).toMatchObject({ email, role: 'admin', workspaceName: 'Acme' });

    const inDays = (days: number) => new Date(Date.now() + days * 24 * 3600_000);
    expect(await findOpen(owner.scope, inDays(6.9))).toHaveLength(1);
    expect(await findOpen(owner.scope, inDays(7.1))).toHaveLength(0);
    await owner.scope.run((db) => db.invitation.updateMany({ data: { expiresAt: inDays(-0.001) } }));
    await expect(
      acceptInvitation(null, { token: expired, name: 'Late', password: PASSWORD }),
    ).rejects.toMatchObject({ kind: 'not_found' });

    const withdrawn = await inviteMember(owner.scope, { email, role: 'viewer' });
    const [open] = await findOpen(owner.scope);
    await withdrawInvitation(owner.scope, open?.id ?? '');
    expect(await findOpenInvitation(withdrawn)).toBeNull();
    expect(await findOpenInvitation('a guess')).toBeNull();
  });

  it('asks someone who has an account for its password, and whoever is signed in as them for nothing', async () => {
    const owner = await makeOwnedWorkspace();
    const known = await makeUser('Kim Known');
    const other = await makeUser('Otto Other');
    const token = await inviteMember(owner.scope, { email: known.email, role: 'viewer' });
    const attempt = (password?: string) => acceptInvitation(other, { token, name: 'Kim', password });
    await expect(attempt()).rejects.toThrow('has an account here');
    await expect(attempt('not the password')).rejects.toThrow('not the password');
    expect(await acceptInvitation(known, { token })).toEqual({ slug: owner.slug, email: known.email });
    await expect(inviteMember(owner.scope, { email: known.email, role: 'viewer' })).rejects.toMatchObject({
      kind: 'conflict',
    });

    const elsewhere = await makeOwnedWorkspace('Elsewhere');
    const second = await inviteMember(elsewhere.scope, { email: known.email, role: 'viewer' });
    expect(await acceptInvitation(null, { token: second, password: PASSWORD })).toMatchObject({
      slug: elsewhere.slug,
    });
  });

  it('gives a removed member their old place back, with the new role', async () => {
    const owner = await makeOwnedWorkspace();
    const member = await makeMember(owner.scope, 'admin');
    await removeMember(owner.scope, member.memberId);
    const token = await inviteMember(owner.scope, { email: member.user.email, role: 'viewer' });
    await acceptInvitation(member.user, { token });
    expect(await findMembers(owner.scope)).toContainEqual(
      expect.objectContaining({ id: member.memberId, role: 'viewer' }),
    );
  });

  it('cannot give more than its writer may', async () => {
    const owner = await makeOwnedWorkspace();
    const admin = await makeMember(owner.scope, 'admin');
    const viewer = await makeMember(owner.scope, 'viewer');
    const email = newEmail();
    await expect(inviteMember(admin.scope, { email, role: 'owner' })).rejects.toThrow('Only an owner');
    await expect(inviteMember(viewer.scope, { email, role: 'viewer' })).rejects.toMatchObject({
      kind: 'denied',
    });
    expect(await findOpen(owner.scope)).toEqual([]);
  });
});
