import type { Role } from '@/lib/auth/permissions';
import { newId, sha256 } from '@/lib/core/ids';
import { asCredential, asUser, Scope } from '@/lib/db/scope';

export interface OpenInvitation {
  workspaceId: string;
  workspaceName: string;
  id: string;
  email: string;
  role: Role;
}

/** The invitation of a link, or null: unknown, used, withdrawn and expired ones look the same. */
export async function findOpenInvitation(token: string): Promise<OpenInvitation | null> {
  const invitation = await asCredential(sha256(token), (db) =>
    db.invitation.findFirst({
      where: { tokenHash: sha256(token), acceptedAt: null, expiresAt: { gt: new Date() } },
    }),
  );
  if (!invitation) return null;
  const { workspaceId, id, email, role } = invitation;
  const workspace = await Scope.issue(workspaceId, { kind: 'job', job: 'invitation' }).run((db) =>
    db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { name: true } }),
  );
  return { workspaceId, workspaceName: workspace.name, id, email, role };
}

/** The scope in which an invited user joins. Someone who was a member before takes up the old membership. */
export async function issueInviteeScope(
  invitation: OpenInvitation,
  userId: string,
): Promise<{ scope: Scope; memberId: string }> {
  const { workspaceId, role } = invitation;
  const earlier = await asUser(userId, (db) => db.member.findFirst({ where: { workspaceId, userId } }));
  const memberId = earlier?.id ?? newId();
  return { scope: Scope.issue(workspaceId, { kind: 'member', memberId, userId, role }), memberId };
}
