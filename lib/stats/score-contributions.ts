import { answerValue, type DrivenMetric } from '@/lib/stats/answer-value';

/** One answer that is a score, and the themes its words complain of. */
export interface ThemedResponse {
  score: number;
  themes: readonly string[];
}

/** The row of responses that complain of no theme. */
export const NO_THEME = null;

/**
 * What each theme adds to the score in points of 100: the 100/n of every response, or -100/n or 0, is split equally over its themes, or
 * goes to {@link NO_THEME}. All contributions together are the score, so that the differences between two periods add up
 * to its change with no remainder. Empty without responses.
 */
export function computeScoreContributions(
  responses: readonly ThemedResponse[],
  metric: DrivenMetric = 'nps',
): Map<string | typeof NO_THEME, number> {
  const points = new Map<string | typeof NO_THEME, number>();
  const add = (theme: string | typeof NO_THEME, value: number) =>
    points.set(theme, (points.get(theme) ?? 0) + value);
  for (const { score, themes } of responses) {
    const share = (100 * answerValue[metric](score)) / responses.length;
    if (themes.length === 0) add(NO_THEME, share);
    for (const theme of themes) add(theme, share / themes.length);
  }
  return points;
}
