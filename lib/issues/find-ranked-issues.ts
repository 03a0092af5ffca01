import type { Scope } from '@/lib/db/scope';
import { computeFilteredImpact } from '@/lib/impact/compute-filtered';
import { type Priority, type PriorityWeights, rankPriorities } from '@/lib/impact/priority';
import { findNewestImpact, type ImpactRun, type ThemeImpactRow } from '@/lib/impact/queries';
import type { RecordFilter } from '@/lib/impact/record-filter';
import { issueTitle } from '@/lib/issues/issue-title';
import type { IssueStatus } from '@/lib/issues/schema';
import { getSetting } from '@/lib/settings/queries';

export interface RankedIssue extends Priority, Omit<ThemeImpactRow, 'themeName'> {
  issueId: string;
  title: string;
  status: IssueStatus;
  ownerId: string | null;
  /** Working days of one person; null where nobody said. */
  effortDays: number | null;
  shippedAt: Date | null;
}

export interface RankedIssues {
  run: ImpactRun;
  /** By rank; all of them, for the scales depend on the largest of each component. */
  issues: RankedIssue[];
}

/** The ranked list under these weights, or null before the first ranking. */
export async function findRankedIssues(scope: Scope, weights: PriorityWeights): Promise<RankedIssues | null> {
  const run = await findNewestImpact(scope);
  return run && rankRun(scope, run, weights);
}

/**
 * The list recomputed for some accounts, one channel or a period; null while there is nothing to rank at all.
 */
export async function findFilteredIssues(
  scope: Scope,
  weights: PriorityWeights,
  filter: RecordFilter,
): Promise<RankedIssues | null> {
  const { currency } = await scope.run((db) =>
    db.workspace.findUniqueOrThrow({ where: { id: scope.workspaceId }, select: { currency: true } }),
  );
  const [rates, panel] = [
    await getSetting(scope, 'currencyRates'),
    await getSetting(scope, 'churnComparison'),
  ];
  const now = new Date();
  const run = await computeFilteredImpact(scope, { filter, now, currency, rates, weights, panel });
  return run && rankRun(scope, run, weights);
}

async function rankRun(scope: Scope, run: ImpactRun, weights: PriorityWeights): Promise<RankedIssues> {
  const issues = await scope.run((db) =>
    db.issue.findMany({
      where: { workspaceId: scope.workspaceId, themeId: { in: run.rows.map((row) => row.themeId) } },
      include: { theme: { select: { name: true } } },
    }),
  );
  const issueOf = new Map(issues.map((issue) => [issue.themeId, issue]));
  const rowOf = new Map(run.rows.map((row) => [row.themeId, row]));
  const ranked = rankPriorities(run.rows, weights, {
    hasChurn: run.totals.hasChurn,
    hasArr: run.totals.accountsWithArr > 0,
  });
  return {
    run,
    issues: ranked.flatMap((priority) => {
      const [row, issue] = [rowOf.get(priority.themeId), issueOf.get(priority.themeId)];
      if (!row || !issue) return [];
      const { themeName, ...figures } = row;
      const { id: issueId, status, ownerId, effortDays, shippedAt } = issue;
      return [
        {
          ...figures,
          ...priority,
          issueId,
          title: issueTitle(issue),
          status,
          ownerId,
          effortDays,
          shippedAt,
        },
      ];
    }),
  };
}
