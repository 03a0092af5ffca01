import { notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { findLargestValues, type LargestValues, type PriorityWeights } from '@/lib/impact/priority';
import type { ImpactRun } from '@/lib/impact/queries';
import { isEmptyFilter, type RecordFilter } from '@/lib/impact/record-filter';
import { findFilteredIssues, findRankedIssues, type RankedIssue } from '@/lib/issues/find-ranked-issues';
import { issueTitle } from '@/lib/issues/issue-title';
import type { IssueStatus } from '@/lib/issues/schema';

export interface IssueRecord {
  id: string;
  themeId: string | null;
  themeName: string | null;
  title: string;
  status: IssueStatus;
  ownerId: string | null;
  notes: string;
  effortDays: number | null;
  shippedAt: Date | null;
  createdAt: Date;
}

/** An issue with its place in a ranking; `ranked` is null where its theme is not (or no longer) ranked. */
export interface RankedIssuePage {
  issue: IssueRecord;
  run: ImpactRun | null;
  ranked: RankedIssue | null;
  issues: number;
  largest: LargestValues;
}

/**
 * An issue in the newest ranking, or in the one recomputed for a filter.
 * @throws ExpectedError 'not_found' for an issue that is not in this workspace.
 */
export async function getIssue(
  scope: Scope,
  issueId: string,
  weights: PriorityWeights,
  filter: RecordFilter = {},
): Promise<RankedIssuePage> {
  const { workspaceId } = scope;
  const row = await scope.run((db) =>
    db.issue.findUnique({
      where: { workspaceId_id: { workspaceId, id: issueId } },
      include: { theme: { select: { name: true } } },
    }),
  );
  if (!row) throw notFound('issue');
  const { theme, id, themeId, status, ownerId, notes, effortDays, shippedAt, createdAt } = row;
  const title = issueTitle(row);
  const list = isEmptyFilter(filter)
    ? await findRankedIssues(scope, weights)
    : await findFilteredIssues(scope, weights, filter);
  return {
    issue: {
      id,
      themeId,
      themeName: theme?.name ?? null,
      title,
      status,
      ownerId,
      notes,
      effortDays,
      shippedAt,
      createdAt,
    },
    run: list?.run ?? null,
    ranked: list?.issues.find((issue) => issue.issueId === issueId) ?? null,
    issues: list?.issues.length ?? 0,
    largest: findLargestValues(list?.issues ?? []),
  };
}
