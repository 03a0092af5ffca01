import { recordAudit } from '@/lib/audit/record';
import { conflict, notFound } from '@/lib/core/errors';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

/**
 * Merges an issue made by hand into another one: a pointer, so that its evidence shows there too and undoing gives all of
 * it back. An issue that has a theme follows its theme and is merged by merging themes.
 * @throws ExpectedError 'not_found' for an unknown issue; 'conflict' for one with a theme, for itself, and where either
 *   is merged already.
 */
export async function mergeIssue(
  scope: Scope,
  { issueId, intoId }: { issueId: string; intoId: string },
): Promise<void> {
  const { workspaceId } = scope;
  if (issueId === intoId) throw conflict('An issue cannot be merged into itself. Choose another one.');
  await scope.run(async (db, inner) => {
    await lockIssues(db, workspaceId, [issueId, intoId]);
    const find = (id: string) =>
      db.issue.findUnique({
        where: { workspaceId_id: { workspaceId, id } },
        include: { theme: { select: { mergedIntoId: true } } },
      });
    const [issue, into] = [await find(issueId), await find(intoId)];
    if (!issue || !into) throw notFound('issue');
    if (issue.themeId) throw conflict('This issue follows its theme: merge the themes, and it follows.');
    if (issue.mergedIntoId) throw conflict('This issue is merged already. Undo that first.');
    if (into.mergedIntoId ?? into.theme?.mergedIntoId) {
      throw conflict('That issue is merged into another one itself. Choose that one.');
    }
    await db.issue.update({
      where: { workspaceId_id: { workspaceId, id: issueId } },
      data: { mergedIntoId: intoId },
    });
    for (const subjectId of [issueId, intoId]) {
      await recordAudit(inner, {
        action: 'issue.merged',
        subjectKind: 'issue',
        subjectId,
        details: { issueId, intoId },
      });
    }
  });
}

/**
 * Takes a merge back: the issue stands for itself again, with all it had.
 * @throws ExpectedError 'not_found' when it is not merged (any more).
 */
export async function undoMerge(scope: Scope, issueId: string): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    await lockIssues(db, workspaceId, [issueId]);
    const where = { workspaceId_id: { workspaceId, id: issueId } };
    const issue = await db.issue.findUnique({ where });
    if (!issue?.mergedIntoId) throw notFound('merged issue');
    await db.issue.update({ where, data: { mergedIntoId: null } });
    for (const subjectId of [issueId, issue.mergedIntoId]) {
      await recordAudit(inner, {
        action: 'issue.merge_undone',
        subjectKind: 'issue',
        subjectId,
        details: { issueId, intoId: issue.mergedIntoId },
      });
    }
  });
}

/** In the order of their ids, so that two merges at once wait for each other and do not lock each other out. */
async function lockIssues(db: Db, workspaceId: string, ids: string[]): Promise<void> {
  await db.$queryRaw`
    SELECT id FROM issues WHERE workspace_id = ${workspaceId}::uuid AND id = ANY(${ids}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`;
}
