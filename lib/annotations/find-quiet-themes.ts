import type { Scope } from '@/lib/db/scope';
import type { Evidence } from '@/lib/themes/proposal-schema';
import { themePlaces } from '@/lib/themes/theme-places';

const QUIET_DAYS = 28;
const DAYS_BEFORE = 84;
/** Sentences a theme had in the days before, so that none since is more than chance. */
const FEWEST_BEFORE = 12;
const QUOTES = 3;

interface QuietRow {
  themeId: string;
  branchId: string;
  before: number;
  places: Evidence['quotes'];
}

/**
 * Themes that nobody speaks of any more, nor of a sub-theme of them: none in the last four weeks up to the newest comment, and at least
 * {@link FEWEST_BEFORE} sentences in the twelve weeks before. At the same rate one would expect four in four weeks, and none
 * by chance once in fifty times (Poisson, e^-4).
 */
export async function findQuietThemes(scope: Scope): Promise<{ themeId: string; evidence: Evidence }[]> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const rows = await db.$queryRaw<QuietRow[]>`
      WITH newest AS (
        SELECT max(occurred_at) AS day FROM feedback WHERE workspace_id = ${workspaceId}::uuid)
      SELECT k.id AS "themeId", (array_agg(place.branch_id))[1] AS "branchId", count(DISTINCT s.id)::int AS before,
        jsonb_agg(jsonb_build_object('feedbackId', f.id, 'start', s.start, 'end', s."end")
          ORDER BY f.occurred_at DESC, s.id) AS places
      FROM theme_assignments a
        CROSS JOIN newest n
        JOIN ${themePlaces(workspaceId)} place ON place.theme_id = a.theme_id
        JOIN themes k ON k.workspace_id = a.workspace_id AND k.id IN (place.head_id, place.branch_id)
        JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id AND s.feedback_id = a.feedback_id
        JOIN feedback f ON f.workspace_id = a.workspace_id AND f.id = a.feedback_id
      WHERE a.workspace_id = ${workspaceId}::uuid
        AND f.occurred_at > n.day - make_interval(days => ${QUIET_DAYS + DAYS_BEFORE})
      GROUP BY k.id, n.day
      HAVING count(DISTINCT s.id) >= ${FEWEST_BEFORE}
        AND max(f.occurred_at) <= n.day - make_interval(days => ${QUIET_DAYS})
      ORDER BY 3 DESC, 1`;
    const quiet = new Set(rows.map(({ themeId }) => themeId));
    // Of a branch that went quiet as a whole only the theme at its top is told of.
    const told = rows.filter(({ themeId, branchId }) => themeId === branchId || !quiet.has(branchId));
    return told.map(({ themeId, before, places }) => ({
      themeId,
      evidence: {
        looked: 0,
        found: 0,
        today: before,
        untagged: 0,
        overlap: [],
        quotes: places.slice(0, QUOTES),
      },
    }));
  });
}
