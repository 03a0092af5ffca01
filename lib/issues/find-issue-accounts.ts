import { mentionIsProblem } from '@/lib/annotations/mention-sql';
import { Prisma } from '@/lib/db/client';
import { dayEnds } from '@/lib/db/day-bounds';
import type { Scope } from '@/lib/db/scope';
import type { RecordFilter } from '@/lib/impact/record-filter';
import { feedbackInFilter } from '@/lib/impact/record-filter-sql';
import { isInBranch, themePlaces } from '@/lib/themes/theme-places';

export interface IssueAccount {
  id: string;
  name: string;
  plan: string | null;
  segment: string | null;
  churnedAt: Date | null;
  /** Statements with a problem mention of the theme, and the day of the latest. */
  mentions: number;
  lastMentionAt: Date;
}

/**
 * Accounts with a problem mention of a theme or a sub-theme of it up to a day (included) and within a filter, the latest mention first. With `only`, those among
 * them; without, all of them: as many as the ranking counts.
 */
export async function findIssueAccounts(
  scope: Scope,
  {
    themeId,
    asOf,
    only,
    filter = {},
    page,
    pageSize,
  }: {
    themeId: string;
    asOf: Date;
    only?: readonly string[];
    filter?: RecordFilter;
    page: number;
    pageSize: number;
  },
): Promise<IssueAccount[]> {
  const among = only ? Prisma.sql`f.account_id = ANY(${[...only]}::uuid[])` : Prisma.sql`true`;
  return scope.run(
    (db) => db.$queryRaw<IssueAccount[]>`
      SELECT c.id, c.name, c.plan, c.segment, c.churned_at AS "churnedAt",
        count(DISTINCT f.id)::int AS mentions, max(f.occurred_at) AS "lastMentionAt"
      FROM theme_assignments a
        JOIN ${themePlaces(scope.workspaceId)} place ON place.theme_id = a.theme_id
        JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
        JOIN feedback f ON f.workspace_id = a.workspace_id AND f.id = a.feedback_id
        JOIN accounts c ON c.workspace_id = f.workspace_id AND c.id = f.account_id
      WHERE a.workspace_id = ${scope.workspaceId}::uuid AND ${mentionIsProblem}
        AND ${isInBranch(themeId)}
        AND f.occurred_at < ${dayEnds(asOf)} AND ${among} AND ${feedbackInFilter(filter)}
      GROUP BY c.id, c.name, c.plan, c.segment, c.churned_at
      ORDER BY max(f.occurred_at) DESC, c.id
      LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
  );
}
