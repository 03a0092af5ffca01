import type { Role } from '@/lib/auth/permissions';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

export interface MemberRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: Date;
}

/** A page of a list by number, from 1. */
interface Place {
  page: number;
  pageSize: number;
}

/** The members of the workspace, by name: all of them, to choose one. */
export async function findMembers(scope: Scope): Promise<MemberRow[]> {
  return scope.run((db) => readMembers(db, scope.workspaceId));
}

/** A page of the members of the workspace, by name, and how many there are. */
export async function findMemberPage(
  scope: Scope,
  place: Place,
): Promise<{ rows: MemberRow[]; total: number }> {
  const { workspaceId } = scope;
  return scope.run(async (db) => ({
    rows: await readMembers(db, workspaceId, place),
    total: await db.member.count({ where: { workspaceId, removedAt: null } }),
  }));
}

async function readMembers(db: Db, workspaceId: string, place?: Place): Promise<MemberRow[]> {
  const rows = await db.member.findMany({
    where: { workspaceId, removedAt: null },
    include: { user: { select: { name: true, email: true } } },
    orderBy: [{ user: { name: 'asc' } }, { id: 'asc' }],
    ...(place && rowsOf(place)),
  });
  return rows.map(({ id, user, role, createdAt }) => ({ id, ...user, role, joinedAt: createdAt }));
}

const rowsOf = ({ page, pageSize }: Place) => ({ skip: (page - 1) * pageSize, take: pageSize });

export interface InvitationRow {
  id: string;
  email: string;
  role: Role;
  expiresAt: Date;
}

/** A page of the invitations whose link still works, the latest first, and how many there are. */
export async function findInvitationPage(
  scope: Scope,
  place: Place,
  now: Date = new Date(),
): Promise<{ rows: InvitationRow[]; total: number }> {
  const where = { workspaceId: scope.workspaceId, acceptedAt: null, expiresAt: { gt: now } };
  return scope.run(async (db) => ({
    rows: await db.invitation.findMany({
      where,
      select: { id: true, email: true, role: true, expiresAt: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      ...rowsOf(place),
    }),
    total: await db.invitation.count({ where }),
  }));
}
