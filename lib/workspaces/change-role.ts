import { recordAudit } from '@/lib/audit/record';
import type { Role } from '@/lib/auth/permissions';
import type { Scope } from '@/lib/db/scope';
import { endSessions, getChangeableMember } from '@/lib/workspaces/members-under-lock';

/**
 * Gives a member another role and ends their sessions.
 * @throws ExpectedError 'denied' for the last owner, and for owners when the actor is none.
 */
export async function changeRole(scope: Scope, memberId: string, role: Role): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const member = await getChangeableMember(db, inner, memberId, role);
    if (member.role === role) return;
    await db.member.update({ where: { workspaceId_id: { workspaceId, id: memberId } }, data: { role } });
    await endSessions(db, member.userId);
    await recordAudit(inner, {
      action: 'member.role_changed',
      subjectKind: 'member',
      subjectId: memberId,
      details: { from: member.role, to: role },
    });
  });
}
