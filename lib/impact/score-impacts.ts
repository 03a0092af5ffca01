import { seedFrom } from '@/lib/core/random';
import type { Scope } from '@/lib/db/scope';
import { scoredResponses } from '@/lib/impact/scored-responses-sql';
import type { DrivenMetric } from '@/lib/stats/answer-value';
import { adjustBenjaminiHochberg } from '@/lib/stats/benjamini-hochberg';
import { type ThemeImpact, testThemeImpact } from '@/lib/stats/theme-impact-uncertainty';

/** A theme's leave-one-out effect on a score, with its q value over all themes. */
export type ScoreImpact = ThemeImpact & { qValue: number };

interface ResponseRow {
  contactId: string;
  score: number;
  themes: string[];
}

/**
 * What each theme does to a score: that of all responses with text minus that of those in which the theme is not complained
 * about. Over all of the workspace's responses with a score of the metric and text.
 * @returns by theme id; a theme that nobody or everybody mentions is absent.
 */
export async function computeScoreImpacts(
  scope: Scope,
  themeIds: readonly string[],
  metric: DrivenMetric,
): Promise<Map<string, ScoreImpact>> {
  const responses = await scope.run(
    (db) => db.$queryRaw<ResponseRow[]>`
      SELECT person_id::text AS "contactId", score, themes::text[] AS themes
      FROM (${scoredResponses(scope.workspaceId, metric)}) scored
      ORDER BY response_id`,
  );
  const tested = themeIds.flatMap((themeId) => {
    const impact = testThemeImpact(
      responses.map(({ contactId, score, themes }) => ({
        contactId,
        score,
        mentionsTheme: themes.includes(themeId),
      })),
      { metric, seed: seedFrom(themeId), replicates: 1000 },
    );
    return impact ? [{ themeId, impact }] : [];
  });
  const qValues = adjustBenjaminiHochberg(tested.map(({ impact }) => impact.pValue));
  return new Map(
    tested.map(({ themeId, impact }, index) => [themeId, { ...impact, qValue: qValues[index] ?? 1 }]),
  );
}
