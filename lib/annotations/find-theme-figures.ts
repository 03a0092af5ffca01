import { type Bucket, cutPeriod } from '@/lib/annotations/buckets';
import { feedbackWhere } from '@/lib/annotations/feedback-where';
import { type Days, type Period, startOf } from '@/lib/annotations/period';
import { spanIsProblem } from '@/lib/annotations/problem-mention';
import { compareShares, type ShareChange } from '@/lib/annotations/share-change';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { adjustBenjaminiHochberg } from '@/lib/stats/benjamini-hochberg';

/** Comments by how they feel; comments not read yet are in none. */
export interface SentimentCounts {
  negative: number;
  neutral: number;
  positive: number;
}

/** One theme in one period. Every count is that of the feedback list under the same filter. */
export interface ThemeFigures extends SentimentCounts {
  themeId: string;
  name: string;
  /** Comments that mention it, those of them that speak of a problem, and mentions in the period before. */
  mentions: number;
  problems: number;
  mentionsBefore: number;
  /** Mentions / comments with content, 0..1; null without such comments. */
  share: number | null;
  /** Null where there is nothing to compare with. */
  change: (ShareChange & { qValue: number }) | null;
}

export interface ThemesOverview {
  /** Comments with content, and those of them without any theme. */
  comments: number;
  commentsBefore: number;
  untagged: number;
  /** Themes that were mentioned in the period or the one before. */
  /** With the comments of each stretch of {@link cutPeriod}, the oldest first. */
  themes: (ThemeFigures & { overTime: number[] })[];
}

/** All themes in a period, each with the change of its share of comments, tested with Benjamini-Hochberg over them. */
export async function findThemesOverview(
  scope: Scope,
  period: Pick<Period, 'from' | 'to' | 'before'>,
): Promise<ThemesOverview> {
  return scope.run(async (db) => {
    const { workspaceId } = scope;
    const { comments, untagged } = await countComments(db, workspaceId, period);
    const { before } = period;
    const commentsBefore = before ? (await countComments(db, workspaceId, before)).comments : 0;
    const counts = await countByTheme(db, workspaceId, period);
    const countsBefore = before
      ? await countByTheme(db, workspaceId, before)
      : new Map<string, ThemeCounts>();
    const { buckets } = cutPeriod(period);
    const overTime = await countOverTime(db, workspaceId, period, buckets);
    const names = await db.theme.findMany({
      where: { workspaceId, mergedIntoId: null },
      select: { id: true, name: true },
      orderBy: { id: 'asc' },
    });
    const themes = names.flatMap(({ id, name }) => {
      const now = counts.get(id);
      const mentionsBefore = countsBefore.get(id)?.mentions ?? 0;
      if (!now && mentionsBefore === 0) return [];
      const mentions = now?.mentions ?? 0;
      return {
        ...NOTHING,
        ...now,
        themeId: id,
        name,
        mentionsBefore,
        share: comments === 0 ? null : mentions / comments,
        change: compareShares(
          { count: mentions, of: comments },
          { count: mentionsBefore, of: commentsBefore },
        ),
        overTime: overTime.get(id) ?? buckets.map(() => 0),
      };
    });
    return { comments, commentsBefore, untagged, themes: withQValues(themes) };
  });
}

const NOTHING = { mentions: 0, problems: 0, negative: 0, neutral: 0, positive: 0 };

function withQValues<Row extends { change: ShareChange | null }>(rows: Row[]) {
  const tested = rows.flatMap(({ change }) => (change ? [change] : []));
  const qValues = adjustBenjaminiHochberg(tested.map(({ pValue }) => pValue));
  const qValueOf = new Map(tested.map((change, index) => [change, qValues[index] ?? 1]));
  return rows.map((row) => ({
    ...row,
    change: row.change && { ...row.change, qValue: qValueOf.get(row.change) ?? 1 },
  }));
}

async function countComments(db: Db, workspaceId: string, { from, to }: Days) {
  const [row] = await db.$queryRaw<{ comments: number; untagged: number }[]>`
    SELECT
      (SELECT count(*)::int FROM feedback f
        WHERE ${feedbackWhere(workspaceId, { from, to })} AND f.kind <> 'no_content') AS comments,
      (SELECT count(*)::int FROM feedback f
        WHERE ${feedbackWhere(workspaceId, { from, to, untagged: '1' })}) AS untagged`;
  return row ?? { comments: 0, untagged: 0 };
}

type ThemeCounts = { mentions: number; problems: number } & SentimentCounts;

async function countByTheme(
  db: Db,
  workspaceId: string,
  { from, to }: Days,
): Promise<Map<string, ThemeCounts>> {
  const rows = await db.$queryRaw<({ themeId: string } & ThemeCounts)[]>`
    SELECT m.theme_id AS "themeId", count(*)::int AS mentions,
      count(*) FILTER (WHERE m.is_problem)::int AS problems,
      count(*) FILTER (WHERE m.sentiment_label = 'negative')::int AS negative,
      count(*) FILTER (WHERE m.sentiment_label = 'neutral')::int AS neutral,
      count(*) FILTER (WHERE m.sentiment_label = 'positive')::int AS positive
    FROM (
      SELECT coalesce(t.merged_into_id, t.id) AS theme_id, f.id, f.sentiment_label, bool_or(${spanIsProblem}) AS is_problem
      FROM feedback f
        JOIN theme_assignments a ON a.workspace_id = f.workspace_id AND a.feedback_id = f.id
        JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
        JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
      WHERE ${feedbackWhere(workspaceId, { from, to })}
      GROUP BY 1, 2, 3) m
    GROUP BY 1`;
  return new Map(rows.map(({ themeId, ...counts }) => [themeId, counts]));
}

async function countOverTime(db: Db, workspaceId: string, { from, to }: Days, buckets: readonly Bucket[]) {
  const starts = buckets.map((bucket) => startOf(bucket.from));
  const rows = await db.$queryRaw<{ themeId: string; bucket: number; mentions: number }[]>`
    SELECT coalesce(t.merged_into_id, t.id) AS "themeId",
      width_bucket(f.occurred_at, ${starts}::timestamptz[]) AS bucket, count(DISTINCT f.id)::int AS mentions
    FROM feedback f
      JOIN theme_assignments a ON a.workspace_id = f.workspace_id AND a.feedback_id = f.id
      JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
    WHERE ${feedbackWhere(workspaceId, { from, to })}
    GROUP BY 1, 2`;
  const byTheme = new Map<string, number[]>();
  for (const { themeId, bucket, mentions } of rows) {
    const counts = byTheme.get(themeId) ?? buckets.map(() => 0);
    counts[bucket - 1] = mentions;
    byTheme.set(themeId, counts);
  }
  return byTheme;
}
