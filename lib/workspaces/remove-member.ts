import { recordAudit } from '@/lib/audit/record';
import type { Scope } from '@/lib/db/scope';
import { endSessions, getChangeableMember } from '@/lib/workspaces/members-under-lock';

/**
 * Takes a member out of the workspace and ends their sessions; what they did keeps their name.
 * @throws ExpectedError 'denied' for the last owner, and for owners when the actor is none.
 */
export async function removeMember(scope: Scope, memberId: string): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const member = await getChangeableMember(db, inner, memberId, null);
    await db.member.update({
      where: { workspaceId_id: { workspaceId, id: memberId } },
      data: { removedAt: new Date() },
    });
    await endSessions(db, member.userId);
    await recordAudit(inner, {
      action: 'member.removed',
      subjectKind: 'member',
      subjectId: memberId,
      details: { role: member.role },
    });
  });
}
