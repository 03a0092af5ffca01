import { feedbackWhere } from '@/lib/annotations/feedback-where';
import { mentionIsProblem } from '@/lib/annotations/mention-sql';
import { countDays, type Days } from '@/lib/annotations/period';
import type { Scope } from '@/lib/db/scope';
import { themePlaces } from '@/lib/themes/theme-places';

/** A count for each day of a stretch, the oldest first. */
export interface DailyCounts {
  /** The theme; null for comments that have content and no theme. */
  themeId: string | null;
  counts: number[];
}

interface DayRow {
  themeId: string | null;
  day: string;
  n: number;
}

/**
 * Statements a day: with a problem mention of each theme or a sub-theme of it, and with content but without any theme. Themes without a
 * mention in these days are left out. A day's count is that of the filter's rows with `branch` and `problem`, or
 * `untagged`, with `dated`, and that day.
 */
export async function countThemeDays(scope: Scope, days: Days): Promise<DailyCounts[]> {
  const { workspaceId } = scope;
  const rows = await scope.run(
    (db) => db.$queryRaw<DayRow[]>`
      SELECT place.branch_id AS "themeId", to_char(f.occurred_at, 'YYYY-MM-DD') AS day,
        count(DISTINCT f.id)::int AS n
      FROM feedback f
        JOIN theme_assignments a ON a.workspace_id = f.workspace_id AND a.feedback_id = f.id
        JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id AND s.feedback_id = a.feedback_id
        JOIN ${themePlaces(workspaceId)} place ON place.theme_id = a.theme_id
      WHERE ${feedbackWhere(workspaceId, { ...days, dated: '1' })} AND ${mentionIsProblem}
      GROUP BY 1, 2
      UNION ALL
      SELECT NULL, to_char(f.occurred_at, 'YYYY-MM-DD'), count(*)::int
      FROM feedback f
      WHERE ${feedbackWhere(workspaceId, { ...days, untagged: '1', dated: '1' })}
      GROUP BY 2`,
  );
  const byTheme = new Map<string | null, number[]>();
  for (const { themeId, day, n } of rows) {
    const counts = byTheme.get(themeId) ?? new Array<number>(countDays(days)).fill(0);
    counts[countDays({ from: days.from, to: day }) - 1] = n;
    byTheme.set(themeId, counts);
  }
  return [...byTheme].map(([themeId, counts]) => ({ themeId, counts }));
}

/** Statements with content, each day of a stretch, the oldest first, that have a day of their own: the filter's with `read`. */
export async function countContentDays(scope: Scope, days: Days): Promise<number[]> {
  const rows = await scope.run(
    (db) => db.$queryRaw<{ day: string; n: number }[]>`
      SELECT to_char(f.occurred_at, 'YYYY-MM-DD') AS day, count(*)::int AS n
      FROM feedback f
      WHERE ${feedbackWhere(scope.workspaceId, { ...days, read: 'content', dated: '1' })}
      GROUP BY 1`,
  );
  const counts = new Array<number>(countDays(days)).fill(0);
  for (const { day, n } of rows) counts[countDays({ from: days.from, to: day }) - 1] = n;
  return counts;
}
