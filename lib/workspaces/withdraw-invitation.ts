import { recordAudit } from '@/lib/audit/record';
import { notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';

/**
 * Ends an invitation that nobody has accepted; its link stops working.
 * @throws ExpectedError 'not_found' when there is none, or it was accepted meanwhile.
 */
export async function withdrawInvitation(scope: Scope, invitationId: string): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const { count } = await db.invitation.deleteMany({
      where: { workspaceId, id: invitationId, acceptedAt: null },
    });
    if (count === 0) throw notFound('open invitation');
    await recordAudit(inner, {
      action: 'invitation.withdrawn',
      subjectKind: 'invitation',
      subjectId: invitationId,
    });
  });
}
