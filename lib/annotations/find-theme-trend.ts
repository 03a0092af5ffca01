import { type Days, weeksOf } from '@/lib/annotations/feedback-period';
import { feedbackWhere } from '@/lib/annotations/feedback-where';
import { type SentimentCounts, weekIndex } from '@/lib/annotations/find-theme-figures';
import type { Scope } from '@/lib/db/scope';

/** Comments that mention a theme, by week and sentiment; weeks without any are there too. */
export async function findThemeTrend(
  scope: Scope,
  themeId: string,
  { from, to }: Days,
): Promise<(Days & SentimentCounts)[]> {
  const rows = await scope.run(
    (db) => db.$queryRaw<({ week: Date } & SentimentCounts)[]>`
      SELECT date_trunc('week', f.occurred_at) AS week,
        count(*) FILTER (WHERE f.sentiment_label = 'negative')::int AS negative,
        count(*) FILTER (WHERE f.sentiment_label = 'neutral')::int AS neutral,
        count(*) FILTER (WHERE f.sentiment_label = 'positive')::int AS positive
      FROM feedback f
      WHERE ${feedbackWhere(scope.workspaceId, { theme: themeId, from, to })}
      GROUP BY 1`,
  );
  const weeks = weeksOf({ from, to }).map((days) => ({ ...days, negative: 0, neutral: 0, positive: 0 }));
  for (const { week, ...counts } of rows) Object.assign(weeks[weekIndex(weeks, week)] ?? {}, counts);
  return weeks;
}
