import { recordAudit } from '@/lib/audit/record';
import { conflict, notFound } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import type { Split } from '@/lib/issues/schema';

/**
 * Splits an issue off by hand: a new one that remembers where it came from and takes the chosen pinned statements along.
 * @returns the id of the new issue.
 * @throws ExpectedError 'not_found' for an unknown issue, 'conflict' where a chosen statement is no longer pinned to it.
 */
export async function splitIssue(scope: Scope, { issueId, title, evidenceIds }: Split): Promise<string> {
  const { workspaceId } = scope;
  const id = newId();
  await scope.run(async (db, inner) => {
    const issue = await db.issue.findUnique({ where: { workspaceId_id: { workspaceId, id: issueId } } });
    if (!issue) throw notFound('issue');
    await db.issue.create({ data: { workspaceId, id, title, ownerId: issue.ownerId, splitFromId: issueId } });
    const { count } = await db.issueEvidence.updateMany({
      where: { workspaceId, issueId, id: { in: evidenceIds } },
      data: { issueId: id },
    });
    if (count < new Set(evidenceIds).size) {
      throw conflict('A chosen statement is no longer pinned here. Load the page again and choose anew.');
    }
    for (const subjectId of [issueId, id]) {
      await recordAudit(inner, {
        action: 'issue.split',
        subjectKind: 'issue',
        subjectId,
        details: { issueId, newIssueId: id, statements: count },
      });
    }
  });
  return id;
}
