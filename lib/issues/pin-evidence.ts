import { recordAudit } from '@/lib/audit/record';
import { notFound } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { actorId } from '@/lib/db/scope';

/**
 * Pins a statement to an issue, to show what it is about; a second time changes nothing.
 * @throws ExpectedError 'not_found' for an issue or a statement that is not in this workspace.
 */
export async function pinEvidence(
  scope: Scope,
  { issueId, feedbackId }: { issueId: string; feedbackId: string },
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const [issue, feedback] = [
      await db.issue.findUnique({ where: { workspaceId_id: { workspaceId, id: issueId } } }),
      await db.feedback.findUnique({
        where: { workspaceId_id: { workspaceId, id: feedbackId } },
        select: { id: true },
      }),
    ];
    if (!issue) throw notFound('issue');
    if (!feedback) throw notFound('statement');
    const { count } = await db.issueEvidence.createMany({
      data: [{ workspaceId, id: newId(), issueId, feedbackId, pinnedById: actorId(scope) }],
      skipDuplicates: true,
    });
    if (count === 0) return;
    await recordAudit(inner, {
      action: 'issue.evidence_pinned',
      subjectKind: 'issue',
      subjectId: issueId,
      details: { feedbackId },
    });
  });
}

/**
 * Takes a pinned statement off its issue. The statement itself stays where it is.
 * @throws ExpectedError 'not_found' when it is not pinned (any more).
 */
export async function unpinEvidence(scope: Scope, evidenceId: string): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const where = { workspaceId_id: { workspaceId, id: evidenceId } };
    const evidence = await db.issueEvidence.findUnique({ where });
    if (!evidence) throw notFound('pinned statement');
    await db.issueEvidence.delete({ where });
    await recordAudit(inner, {
      action: 'issue.evidence_unpinned',
      subjectKind: 'issue',
      subjectId: evidence.issueId,
      details: { feedbackId: evidence.feedbackId },
    });
  });
}
