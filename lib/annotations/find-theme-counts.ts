import type { Bucket } from '@/lib/annotations/buckets';
import { feedbackWhere } from '@/lib/annotations/feedback-where';
import { mentionIsProblem, mentionSentiment, weighMentions } from '@/lib/annotations/mention-sql';
import { type Days, startOf } from '@/lib/annotations/period';
import type { Taxonomy } from '@/lib/annotations/taxonomy';
import { type Db, Prisma } from '@/lib/db/client';

/** Comments by how they feel about a theme; comments not read yet are in none. */
export interface SentimentCounts {
  negative: number;
  neutral: number;
  positive: number;
}

export type ThemeCounts = { mentions: number; problems: number } & SentimentCounts;

/** What is counted together: for each theme that assignments name, the groups it counts for. */
export interface Grouping {
  taxonomy: Taxonomy;
  groupsOf: ReadonlyMap<string, readonly string[]>;
}

/** Comments of a period by group of themes, each comment once in a group. */
export async function countByTheme(
  db: Db,
  workspaceId: string,
  { from, to }: Days,
  grouping: Grouping,
): Promise<Map<string, ThemeCounts>> {
  const { join, group, isProblem, sentiment } = mentionsOf(grouping);
  const rows = await db.$queryRaw<({ themeId: string } & ThemeCounts)[]>`
    SELECT m.theme_id AS "themeId", count(*)::int AS mentions,
      count(*) FILTER (WHERE m.is_problem)::int AS problems,
      count(*) FILTER (WHERE m.sign = -1)::int AS negative,
      count(*) FILTER (WHERE m.sign = 0)::int AS neutral,
      count(*) FILTER (WHERE m.sign = 1)::int AS positive
    FROM (
      SELECT ${group} AS theme_id, f.id, ${weighMentions(sentiment)} AS sign, bool_or(${isProblem}) AS is_problem
      FROM feedback f ${join}
      WHERE ${feedbackWhere(workspaceId, { from, to })}
      GROUP BY 1, 2) m
    GROUP BY 1`;
  return new Map(rows.map(({ themeId, ...counts }) => [themeId, counts]));
}

/** The same by stretch of the period. */
export async function countOverTime(
  db: Db,
  workspaceId: string,
  { from, to }: Days,
  buckets: readonly Bucket[],
  grouping: Grouping,
): Promise<Map<string, number[]>> {
  const { join, group } = mentionsOf(grouping);
  const starts = buckets.map((bucket) => startOf(bucket.from));
  const rows = await db.$queryRaw<{ themeId: string; bucket: number; mentions: number }[]>`
    SELECT ${group} AS "themeId", width_bucket(f.occurred_at, ${starts}::timestamptz[]) AS bucket,
      count(DISTINCT f.id)::int AS mentions
    FROM feedback f ${join}
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

/** Comments with content, and those of them without any theme: today, or when they were first assigned. */
export async function countComments(
  db: Db,
  workspaceId: string,
  { from, to }: Days,
  taxonomy: Taxonomy,
): Promise<{ comments: number; untagged: number }> {
  const without = {
    ...{ from, to, untagged: '1' as const },
    ...(taxonomy === 'first' ? { first: '1' as const } : {}),
  };
  const [row] = await db.$queryRaw<{ comments: number; untagged: number }[]>`
    SELECT
      (SELECT count(*)::int FROM feedback f
        WHERE ${feedbackWhere(workspaceId, { from, to })} AND f.kind <> 'no_content') AS comments,
      (SELECT count(*)::int FROM feedback f WHERE ${feedbackWhere(workspaceId, without)}) AS untagged`;
  return row ?? { comments: 0, untagged: 0 };
}

/**
 * That a span is of its assignment's comment is said although it follows: beside a large workspace, PostgreSQL took a small one
 * for so few rows that it put each comment together with each span first (24 million pairs for 1,141 comments: 30 seconds).
 * For the same reason a theme's groups are looked up and not joined: it took each assignment together with each theme (6 million pairs for
 * 30,000 comments, two thirds of the time).
 */
function mentionsOf({ taxonomy, groupsOf }: Grouping) {
  const groupsById = JSON.stringify(Object.fromEntries(groupsOf));
  const groups = Prisma.sql`
    JOIN LATERAL jsonb_array_elements_text(${groupsById}::jsonb -> a.theme_id::text) AS r(group_id) ON true`;
  // Groups are told apart and not put in anybody’s order.
  const group = Prisma.sql`r.group_id COLLATE "C"`;
  return taxonomy === 'first'
    ? {
        join: Prisma.sql`
          JOIN theme_first_assignments a ON a.workspace_id = f.workspace_id AND a.feedback_id = f.id ${groups}`,
        group,
        isProblem: Prisma.sql`a.is_problem`,
        sentiment: Prisma.sql`f.sentiment_label`,
      }
    : {
        join: Prisma.sql`
          JOIN theme_assignments a ON a.workspace_id = f.workspace_id AND a.feedback_id = f.id
          JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id AND s.feedback_id = a.feedback_id ${groups}`,
        group,
        isProblem: mentionIsProblem,
        sentiment: mentionSentiment,
      };
}
