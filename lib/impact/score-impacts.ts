import { seedFrom } from '@/lib/core/random';
import type { Scope } from '@/lib/db/scope';
import { scoredResponses } from '@/lib/impact/scored-responses-sql';
import type { DrivenMetric } from '@/lib/stats/answer-value';
import { adjustBenjaminiHochberg } from '@/lib/stats/benjamini-hochberg';
import { estimateThemeImpact } from '@/lib/stats/estimate-theme-impact';
import { type ThemeImpact, testThemeImpact } from '@/lib/stats/theme-impact-uncertainty';
import { themePlaces } from '@/lib/themes/theme-places';

/** A theme's leave-one-out effect on a score, with its q value over all themes. */
export type ScoreImpact = ThemeImpact & { qValue: number };

/** The same of a sub-theme, without a test: what is ranked is the whole. */
export type PartImpact = { themeId: string; score: Omit<ThemeImpact, 'pValue'> };

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
  const responses = await findScoredResponses(scope, metric);
  const tested = themeIds.flatMap((themeId) => {
    const about = responses.map((response) => withMention(response, themeId));
    const impact = testThemeImpact(about, { metric, seed: seedFrom(themeId), replicates: 1000 });
    return impact ? [{ themeId, impact }] : [];
  });
  const qValues = adjustBenjaminiHochberg(tested.map(({ impact }) => impact.pValue));
  return new Map(
    tested.map(({ themeId, impact }, index) => [themeId, { ...impact, qValue: qValues[index] ?? 1 }]),
  );
}

/** What each sub-theme does to NPS, by the theme that it is shown under; one that fewer than two people complain of is absent. */
export async function computePartImpacts(scope: Scope): Promise<Map<string, PartImpact[]>> {
  const responses = await findScoredResponses(scope, 'nps');
  const parts = await scope.run(
    (db) => db.$queryRaw<{ themeId: string; branchId: string }[]>`
      SELECT DISTINCT place.head_id::text AS "themeId", place.branch_id::text AS "branchId"
      FROM ${themePlaces(scope.workspaceId)} place
      WHERE place.head_id <> place.branch_id
      ORDER BY 1`,
  );
  const impacts = new Map<string, PartImpact[]>();
  for (const { themeId, branchId } of parts) {
    const score = estimateThemeImpact(responses.map((response) => withMention(response, themeId)));
    if (score) impacts.set(branchId, [...(impacts.get(branchId) ?? []), { themeId, score }]);
  }
  return impacts;
}

function findScoredResponses(scope: Scope, metric: DrivenMetric): Promise<ResponseRow[]> {
  return scope.run(
    (db) => db.$queryRaw<ResponseRow[]>`
      SELECT person_id::text AS "contactId", score, themes::text[] AS themes
      FROM (${scoredResponses(scope.workspaceId, metric)}) scored
      ORDER BY response_id`,
  );
}

const withMention = ({ contactId, score, themes }: ResponseRow, themeId: string) => ({
  contactId,
  score,
  mentionsTheme: themes.includes(themeId),
});
