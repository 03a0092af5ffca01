import { mentionIsProblem } from '@/lib/annotations/mention-sql';
import type { Scope } from '@/lib/db/scope';
import type { EpochDay } from '@/lib/impact/months';
import type { RecordFilter } from '@/lib/impact/record-filter';
import { feedbackInFilter } from '@/lib/impact/record-filter-sql';
import { themePlaces } from '@/lib/themes/theme-places';

const MS_PER_DAY = 86_400_000;

/** Statements with a problem mention, the accounts they came from, and those that came from none. */
export interface MentionCounts {
  mentions: number;
  accounts: number;
  withoutAccount: number;
}

/** Counts of each theme with its sub-themes before a day, within a filter; themes without any are absent. */
export async function countMentions(
  scope: Scope,
  asOfDay: EpochDay,
  filter: RecordFilter,
): Promise<Map<string, MentionCounts>> {
  const rows = await scope.run(
    (db) => db.$queryRaw<({ themeId: string } & MentionCounts)[]>`
      SELECT place.branch_id::text AS "themeId", count(DISTINCT f.id)::int AS mentions,
        count(DISTINCT f.account_id)::int AS accounts,
        (count(DISTINCT f.id) FILTER (WHERE f.account_id IS NULL))::int AS "withoutAccount"
      FROM theme_assignments a
        JOIN ${themePlaces(scope.workspaceId)} place ON place.theme_id = a.theme_id
        JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
        JOIN feedback f ON f.workspace_id = a.workspace_id AND f.id = a.feedback_id
      WHERE a.workspace_id = ${scope.workspaceId}::uuid AND ${mentionIsProblem}
        AND f.occurred_at < ${new Date(asOfDay * MS_PER_DAY)} AND ${feedbackInFilter(filter)}
      GROUP BY 1`,
  );
  return new Map(rows.map(({ themeId, ...counts }) => [themeId, counts]));
}
