import { spanIsProblem } from '@/lib/annotations/problem-mention';
import { seedFrom } from '@/lib/core/random';
import type { Scope } from '@/lib/db/scope';
import { adjustBenjaminiHochberg } from '@/lib/stats/benjamini-hochberg';
import { type ThemeImpact, testThemeImpact } from '@/lib/stats/theme-impact-uncertainty';

/** A theme's leave-one-out effect on NPS, with its q value over all themes. */
export type ScoreImpact = ThemeImpact & { qValue: number };

interface ResponseRow {
  contactId: string;
  score: number;
  themes: string[];
}

/**
 * What each theme does to NPS: the score of all responses with text minus that of those in which the theme is not
 * complained about. Over all of the workspace's NPS responses with text.
 * @returns by theme id; a theme that nobody or everybody mentions is absent.
 */
export async function computeScoreImpacts(
  scope: Scope,
  themeIds: readonly string[],
): Promise<Map<string, ScoreImpact>> {
  const responses = await scope.run(
    (db) => db.$queryRaw<ResponseRow[]>`
      SELECT coalesce(r.contact_id, r.id)::text AS "contactId", w.score,
        coalesce(array_agg(DISTINCT coalesce(t.merged_into_id, t.id)::text) FILTER (WHERE t.id IS NOT NULL AND ${spanIsProblem}), '{}')
          AS themes
      FROM responses r
        JOIN answers w ON w.workspace_id = r.workspace_id AND w.response_id = r.id AND w.metric = 'nps'
        JOIN feedback f ON f.workspace_id = r.workspace_id AND f.response_id = r.id AND f.kind IS DISTINCT FROM 'no_content'
        LEFT JOIN spans s ON s.workspace_id = f.workspace_id AND s.feedback_id = f.id
        LEFT JOIN theme_assignments a ON a.workspace_id = s.workspace_id AND a.span_id = s.id
        LEFT JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
      WHERE r.workspace_id = ${scope.workspaceId}::uuid
      GROUP BY r.id, r.contact_id, w.id, w.score
      ORDER BY r.id`,
  );
  const tested = themeIds.flatMap((themeId) => {
    const impact = testThemeImpact(
      responses.map(({ contactId, score, themes }) => ({
        contactId,
        score,
        mentionsTheme: themes.includes(themeId),
      })),
      { seed: seedFrom(themeId), replicates: 1000 },
    );
    return impact ? [{ themeId, impact }] : [];
  });
  const qValues = adjustBenjaminiHochberg(tested.map(({ impact }) => impact.pValue));
  return new Map(
    tested.map(({ themeId, impact }, index) => [themeId, { ...impact, qValue: qValues[index] ?? 1 }]),
  );
}
