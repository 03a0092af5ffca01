import { mentionIsProblem } from '@/lib/annotations/mention-sql';
import { dayEnds, daysBegin } from '@/lib/db/day-bounds';
import type { Scope } from '@/lib/db/scope';
import type { RecordFilter } from '@/lib/impact/record-filter';
import { feedbackInFilter } from '@/lib/impact/record-filter-sql';
import { themePlaces } from '@/lib/themes/theme-places';

/** Weeks shown as a trend. */
export const TREND_WEEKS = 12;

/**
 * Statements with a problem mention of each theme, or a sub-theme of it, in the last weeks, oldest first; a week is the seven days up to
 * `asOf`, and the seven before, and so on. Themes without any are absent.
 */
export async function findWeeklyMentions(
  scope: Scope,
  {
    asOf,
    weeks = TREND_WEEKS,
    themeId,
    filter = {},
  }: { asOf: Date; weeks?: number; themeId?: string; filter?: RecordFilter },
): Promise<Map<string, number[]>> {
  const rows = await scope.run(
    (db) => db.$queryRaw<{ themeId: string; weeksBefore: number; mentions: number }[]>`
      SELECT place.branch_id::text AS "themeId",
        ((${asOf}::date - f.occurred_at::date) / 7)::int AS "weeksBefore", count(DISTINCT f.id)::int AS mentions
      FROM theme_assignments a
        JOIN ${themePlaces(scope.workspaceId)} place ON place.theme_id = a.theme_id
        JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
        JOIN feedback f ON f.workspace_id = a.workspace_id AND f.id = a.feedback_id
      WHERE a.workspace_id = ${scope.workspaceId}::uuid AND ${mentionIsProblem}
        AND f.occurred_at < ${dayEnds(asOf)} AND f.occurred_at >= ${daysBegin(asOf, 7 * weeks)}
        AND ${feedbackInFilter(filter)}
        AND (${themeId ?? null}::uuid IS NULL OR place.branch_id = ${themeId ?? null}::uuid)
      GROUP BY 1, 2`,
  );
  const trends = new Map<string, number[]>();
  for (const row of rows) {
    const trend = trends.get(row.themeId) ?? Array.from({ length: weeks }, () => 0);
    trend[weeks - 1 - row.weeksBefore] = row.mentions;
    trends.set(row.themeId, trend);
  }
  return trends;
}
