import { recordAudit } from '@/lib/audit/record';
import { rolesGrantableBy } from '@/lib/auth/permissions';
import { conflict, ExpectedError } from '@/lib/core/errors';
import { newId, newToken, sha256 } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import type { InvitationInput } from '@/lib/workspaces/schema';

export const INVITATION_DAYS = 7;

/**
 * Invites someone by e-mail address. An earlier open invitation of the same address ends, so one link works at a time.
 * @returns the token of the link, which is kept nowhere: only its hash is.
 * @throws ExpectedError 'conflict' for a member, 'denied' for a role that the actor may not give.
 */
export async function inviteMember(scope: Scope, { email, role }: InvitationInput): Promise<string> {
  const { workspaceId, actor } = scope;
  if (actor.kind !== 'member' || !rolesGrantableBy(actor.role).includes(role)) {
    throw new ExpectedError(
      'denied',
      role === 'owner' ? 'Only an owner can invite an owner.' : 'Your role does not let you invite people.',
    );
  }
  const token = newToken();
  const id = newId();
  await scope.run(async (db, inner) => {
    const isMember = await db.member.findFirst({ where: { workspaceId, removedAt: null, user: { email } } });
    if (isMember) throw conflict(`${email} is a member of this workspace already.`);
    await db.invitation.deleteMany({ where: { workspaceId, email, acceptedAt: null } });
    await db.invitation.create({
      data: {
        workspaceId,
        id,
        email,
        role,
        tokenHash: sha256(token),
        createdById: actor.memberId,
        expiresAt: new Date(Date.now() + INVITATION_DAYS * 24 * 3600_000),
      },
    });
    await recordAudit(inner, {
      action: 'member.invited',
      subjectKind: 'invitation',
      subjectId: id,
      details: { email, role },
    });
  });
  return token;
}
