import type { Scope } from '@/lib/db/scope';
import { familyOf } from '@/lib/issues/family-sql';
import { issueTitle } from '@/lib/issues/issue-title';
import type { IssueStatus } from '@/lib/issues/schema';

/** An issue without a place in the ranking: made by hand, or worked on while nobody complains of its theme (any more). */
export interface UnrankedIssue {
  issueId: string;
  title: string;
  status: IssueStatus;
  ownerId: string | null;
  effortDays: number | null;
  shippedAt: Date | null;
  isByHand: boolean;
  /** Pinned statements, and the accounts they came from. */
  statements: number;
  accounts: number;
}

/**
 * Issues that are not among the ranked ones and have been worked on, the latest first. One that was merged is left out: it
 * shows where it went.
 */
export async function findUnrankedIssues(
  scope: Scope,
  rankedIds: readonly string[],
): Promise<UnrankedIssue[]> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const issues = await db.issue.findMany({
      where: {
        workspaceId,
        id: { notIn: [...rankedIds] },
        mergedIntoId: null,
        OR: [
          { themeId: null },
          {
            theme: { mergedIntoId: null },
            OR: [{ status: { not: 'new' } }, { ownerId: { not: null } }, { notes: { not: '' } }],
          },
        ],
      },
      include: { theme: { select: { name: true } } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
    const counts = await db.$queryRaw<{ issueId: string; statements: number; accounts: number }[]>`
      WITH RECURSIVE family AS (${familyOf(
        workspaceId,
        issues.map(({ id }) => id),
      )})
      SELECT family.root AS "issueId", count(*)::int AS statements, count(DISTINCT f.account_id)::int AS accounts
      FROM family
        JOIN issue_evidence e ON e.workspace_id = ${workspaceId}::uuid AND e.issue_id = family.id
        JOIN feedback f ON f.workspace_id = e.workspace_id AND f.id = e.feedback_id
      GROUP BY 1`;
    const countOf = new Map(counts.map((count) => [count.issueId, count]));
    return issues.map((issue) => ({
      issueId: issue.id,
      title: issueTitle(issue),
      status: issue.status,
      ownerId: issue.ownerId,
      effortDays: issue.effortDays,
      shippedAt: issue.shippedAt,
      isByHand: issue.themeId === null,
      statements: countOf.get(issue.id)?.statements ?? 0,
      accounts: countOf.get(issue.id)?.accounts ?? 0,
    }));
  });
}

/** Issues that something can be merged into or pinned to, by title: those that are not merged away themselves. */
export async function findIssueChoices(scope: Scope): Promise<{ id: string; title: string }[]> {
  const rows = await scope.run((db) =>
    db.issue.findMany({
      where: {
        workspaceId: scope.workspaceId,
        mergedIntoId: null,
        OR: [{ themeId: null }, { theme: { mergedIntoId: null, withdrawnAt: null } }],
      },
      select: { id: true, title: true, theme: { select: { name: true } } },
    }),
  );
  return rows
    .map((row) => ({ id: row.id, title: issueTitle(row) }))
    .sort((a, b) => a.title.localeCompare(b.title, 'en') || (a.id < b.id ? -1 : 1));
}
