import type { Role } from '@/lib/auth/permissions';
import type { Scope } from '@/lib/db/scope';

export interface MemberRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: Date;
}

/** The members of the workspace, by name. */
export async function findMembers(scope: Scope): Promise<MemberRow[]> {
  const rows = await scope.run((db) =>
    db.member.findMany({
      where: { workspaceId: scope.workspaceId, removedAt: null },
      include: { user: { select: { name: true, email: true } } },
      orderBy: [{ user: { name: 'asc' } }, { id: 'asc' }],
    }),
  );
  return rows.map(({ id, user, role, createdAt }) => ({ id, ...user, role, joinedAt: createdAt }));
}

export interface InvitationRow {
  id: string;
  email: string;
  role: Role;
  expiresAt: Date;
}

/** Invitations whose link still works, the latest first. */
export async function findInvitations(scope: Scope, now: Date = new Date()): Promise<InvitationRow[]> {
  return scope.run((db) =>
    db.invitation.findMany({
      where: { workspaceId: scope.workspaceId, acceptedAt: null, expiresAt: { gt: now } },
      select: { id: true, email: true, role: true, expiresAt: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    }),
  );
}
