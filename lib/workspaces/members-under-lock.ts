import type { Role } from '@/lib/auth/permissions';
import { ExpectedError, notFound } from '@/lib/core/errors';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { findRefusal } from '@/lib/workspaces/member-rules';

export interface LockedMember {
  id: string;
  userId: string;
  role: Role;
}

/**
 * A member whose role may be changed to `roleAfter` (null: removed). The workspace is locked until the transaction ends,
 * so that two owners cannot demote each other at the same moment; the actor's own role is read again under that lock.
 * @throws ExpectedError 'not_found' or 'denied' with the reason.
 */
export async function getChangeableMember(
  db: Db,
  { workspaceId, actor }: Scope,
  memberId: string,
  roleAfter: Role | null,
): Promise<LockedMember> {
  // NO KEY: rows that merely refer to the workspace may still be written meanwhile.
  await db.$queryRaw`SELECT id FROM workspaces WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
  const members = await db.member.findMany({
    where: { workspaceId, removedAt: null },
    select: { id: true, userId: true, role: true },
  });
  const member = members.find(({ id }) => id === memberId);
  if (!member) throw notFound('member');
  if (actor.kind !== 'member' && actor.kind !== 'job') {
    throw new ExpectedError('denied', 'Members are managed by members.');
  }
  const refusal = findRefusal({
    actorRole: actor.kind === 'job' ? null : roleOf(members, actor.memberId),
    roleBefore: member.role,
    roleAfter,
    ownerCount: members.filter(({ role }) => role === 'owner').length,
  });
  if (refusal) throw new ExpectedError('denied', refusal);
  return member;
}

function roleOf(members: LockedMember[], memberId: string): Role {
  const member = members.find(({ id }) => id === memberId);
  if (!member) throw new ExpectedError('denied', 'You are no longer a member of this workspace.');
  return member.role;
}

/** Ends every session of a user at its next request. */
export async function endSessions(db: Db, userId: string): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } });
}
