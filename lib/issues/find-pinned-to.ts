import type { Scope } from '@/lib/db/scope';
import { issueTitle } from '@/lib/issues/issue-title';

/** The issues that a statement is pinned to, by title. */
export async function findPinnedTo(
  scope: Scope,
  feedbackId: string,
): Promise<{ id: string; title: string }[]> {
  const rows = await scope.run((db) =>
    db.issueEvidence.findMany({
      where: { workspaceId: scope.workspaceId, feedbackId },
      select: { issue: { select: { id: true, title: true, theme: { select: { name: true } } } } },
    }),
  );
  return rows
    .map(({ issue }) => ({ id: issue.id, title: issueTitle(issue) }))
    .sort((a, b) => a.title.localeCompare(b.title, 'en') || (a.id < b.id ? -1 : 1));
}
