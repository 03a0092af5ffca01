import { recordAudit } from '@/lib/audit/record';
import { invalid, notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import type { IssueUpdate } from '@/lib/issues/schema';

/**
 * Sets status, owner, notes and the day it shipped, which only a shipped issue keeps. The trail says that notes changed,
 * not what they say.
 * @throws ExpectedError 'not_found' for an unknown issue, 'invalid' for an owner who is no member.
 */
export async function updateIssue(scope: Scope, input: IssueUpdate): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const where = { workspaceId_id: { workspaceId, id: input.issueId } };
    const before = await db.issue.findUnique({ where });
    if (!before) throw notFound('issue');
    if (input.ownerId) {
      const owner = await db.member.findFirst({ where: { workspaceId, id: input.ownerId, removedAt: null } });
      if (!owner) throw invalid('The owner is no longer a member of this workspace.');
    }
    const { status, ownerId, notes } = input;
    const shippedOn = status === 'shipped' ? input.shippedAt : null;
    await db.issue.update({
      where,
      data: { status, ownerId, notes, shippedAt: shippedOn === null ? null : new Date(shippedOn) },
    });
    await recordAudit(inner, {
      action: 'issue.updated',
      subjectKind: 'issue',
      subjectId: input.issueId,
      details: {
        from: { status: before.status, ownerId: before.ownerId },
        to: { status, ownerId, ...(shippedOn === null ? {} : { shippedOn }) },
        notesChanged: before.notes !== notes,
      },
    });
  });
}
