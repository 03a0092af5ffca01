import { answerValue, type DrivenMetric } from '@/lib/stats/answer-value';

/** One answer that is a score, and whether its text has the theme. */
export interface ThemeResponse {
  score: number;
  mentionsTheme: boolean;
}

/**
 * Leave-one-out impact of a theme on the score, in points of 100: the score of all responses minus that of those without the theme.
 * Negative means the theme pulls the score down. Null when no response is left without it.
 */
export function computeThemeImpact(
  responses: Iterable<ThemeResponse>,
  metric: DrivenMetric = 'nps',
): number | null {
  const valueIn = answerValue[metric];
  let all = 0;
  let allValues = 0;
  let without = 0;
  let withoutValues = 0;
  for (const { score, mentionsTheme } of responses) {
    const value = valueIn(score);
    all++;
    allValues += value;
    if (mentionsTheme) continue;
    without++;
    withoutValues += value;
  }
  return without === 0 ? null : 100 * (allValues / all - withoutValues / without);
}
