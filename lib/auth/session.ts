import { getServerSession } from 'next-auth';
import { cache } from 'react';
import { authOptions } from '@/lib/auth/options';
import { can, type Role } from '@/lib/auth/permissions';
import { asUser, identityDb, Scope } from '@/lib/db/scope';

export interface SessionUser {
  id: string;
  email: string;
  name: string;
}

export interface Membership {
  scope: Scope;
  user: SessionUser;
  memberId: string;
  role: Role;
  workspace: { id: string; slug: string; name: string; isSample: boolean; currency: string };
}

/** Who is signed in at this request, or null; see {@link findUserOfSession}. */
export const findSessionUser = cache(async (): Promise<SessionUser | null> => {
  const session = await getServerSession(authOptions());
  return session && findUserOfSession(session);
});

/**
 * The user a session cookie speaks of, or null. Its version is compared with the database at each request, so a changed
 * password or role ends every older session.
 */
export async function findUserOfSession(session: {
  userId: string;
  sessionVersion: number;
}): Promise<SessionUser | null> {
  const user = await identityDb().user.findUnique({ where: { id: session.userId } });
  if (!user || user.sessionVersion !== session.sessionVersion) return null;
  return { id: user.id, email: user.email, name: user.name };
}

/** The workspaces of a user, by name. */
export async function findWorkspaces(
  userId: string,
): Promise<{ slug: string; name: string; isSample: boolean }[]> {
  return asUser(userId, (db) =>
    db.workspace.findMany({
      where: { members: { some: { userId, removedAt: null } } },
      select: { slug: true, name: true, isSample: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
  );
}

/** Whether a user may make a further workspace: who owns or administers one. */
export async function mayFoundWorkspaces(userId: string): Promise<boolean> {
  const memberships = await asUser(userId, (db) =>
    db.member.findMany({ where: { userId, removedAt: null }, select: { role: true } }),
  );
  return memberships.some(({ role }) => can(role, 'settings.edit'));
}

/**
 * The membership of the signed-in user in a workspace, with the scope to work there; null when signed out, not a
 * member, or there is no such workspace: the three look the same from outside.
 */
export const findMembership = cache(async (workspaceSlug: string): Promise<Membership | null> => {
  const user = await findSessionUser();
  if (!user) return null;
  const member = await asUser(user.id, (db) =>
    db.member.findFirst({
      where: { userId: user.id, removedAt: null, workspace: { slug: workspaceSlug } },
      include: { workspace: true },
    }),
  );
  if (!member) return null;
  const { id, slug, name, isSample, currency } = member.workspace;
  const scope = Scope.issue(id, { kind: 'member', memberId: member.id, userId: user.id, role: member.role });
  return {
    scope,
    user,
    memberId: member.id,
    role: member.role,
    workspace: { id, slug, name, isSample, currency },
  };
});
