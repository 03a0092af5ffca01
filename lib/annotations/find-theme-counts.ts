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

/** Comments of one group of themes, and how many are of each stretch of the period. */
export type GroupCounts = ThemeCounts & { overTime: number[] };

/**
 * Comments of a period by group of themes, each comment once in a group. A comment is of one stretch, so that the counts of the stretches
 * add up to those of the period: one pass finds both.
 */
export async function countByTheme(
  db: Db,
  workspaceId: string,
  { from, to }: Days,
  buckets: readonly Bucket[],
  grouping: Grouping,
): Promise<Map<string, GroupCounts>> {
  const groups = [...new Set([...grouping.groupsOf.values()].flat())];
  const { mentions, isProblem, sentiment } = mentionsOf(grouping.taxonomy);
  const places = placesOf(grouping, groups);
  const starts = buckets.map((bucket) => startOf(bucket.from));
  const rows = await db.$queryRaw<({ place: number; bucket: number } & ThemeCounts)[]>`
    SELECT m.place, width_bucket(m.occurred_at, ${starts}::timestamptz[]) AS bucket, count(*)::int AS mentions,
      count(*) FILTER (WHERE m.is_problem)::int AS problems,
      count(*) FILTER (WHERE m.sign = -1)::int AS negative,
      count(*) FILTER (WHERE m.sign = 0)::int AS neutral,
      count(*) FILTER (WHERE m.sign = 1)::int AS positive
    FROM (
      SELECT r.place, f.id, f.occurred_at, ${weighMentions(sentiment)} AS sign, bool_or(${isProblem}) AS is_problem
      FROM feedback f ${mentions}
        JOIN jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS r(theme_id uuid, place int) ON r.theme_id = a.theme_id
      WHERE ${feedbackWhere(workspaceId, { from, to })}
      GROUP BY r.place, f.id, f.occurred_at) m
    GROUP BY 1, 2`;
  const byGroup = new Map<string, GroupCounts>();
  for (const { place, bucket, ...counts } of rows) {
    const group = groups[place] ?? '';
    const total = byGroup.get(group) ?? { ...NOTHING, overTime: buckets.map(() => 0) };
    for (const key of COUNTED) total[key] += counts[key];
    total.overTime[bucket - 1] = counts.mentions;
    byGroup.set(group, total);
  }
  return byGroup;
}

export const NOTHING: ThemeCounts = { mentions: 0, problems: 0, negative: 0, neutral: 0, positive: 0 };
const COUNTED = ['mentions', 'problems', 'negative', 'neutral', 'positive'] as const;

/** Groups as whole numbers: hundreds of thousands of rows are told apart by them, and by their names they take twice as long. */
function placesOf({ groupsOf }: Grouping, groups: readonly string[]): { theme_id: string; place: number }[] {
  const placeOf = new Map(groups.map((group, place) => [group, place]));
  return Array.from(groupsOf).flatMap(([themeId, its]) =>
    its.map((group) => ({ theme_id: themeId, place: placeOf.get(group) ?? 0 })),
  );
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

/** Mentions of feedback `f` as the tables to join, and what is known of each. */
function mentionsOf(taxonomy: Taxonomy) {
  return taxonomy === 'first'
    ? {
        mentions: Prisma.sql`
          JOIN theme_first_assignments a ON a.workspace_id = f.workspace_id AND a.feedback_id = f.id`,
        isProblem: Prisma.sql`a.is_problem`,
        sentiment: Prisma.sql`f.sentiment_label`,
      }
    : {
        mentions: Prisma.sql`
          JOIN theme_assignments a ON a.workspace_id = f.workspace_id AND a.feedback_id = f.id
          JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id`,
        isProblem: mentionIsProblem,
        sentiment: mentionSentiment,
      };
}
