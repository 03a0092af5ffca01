import type { Bucket } from '@/lib/annotations/buckets';
import { feedbackWhere } from '@/lib/annotations/feedback-where';
import { mentionIsProblem, mentionSentiment, weighMentions } from '@/lib/annotations/mention-sql';
import { type Period, startOf } from '@/lib/annotations/period';
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

/** Comments of one group of themes in a period, how many are of each of its stretches, and how many of the days before it. */
export type GroupCounts = ThemeCounts & { mentionsBefore: number; overTime: number[] };

/** A period, and the days just before it that it is compared with. */
export type Compared = Pick<Period, 'from' | 'to' | 'before'>;

/**
 * Comments of a period by group of themes, each comment once in a group. A comment is of one stretch, so that the counts of the stretches
 * add up to those of the period; the days before are a stretch more. So one pass finds all.
 */
export async function countByTheme(
  db: Db,
  workspaceId: string,
  { from, to, before }: Compared,
  buckets: readonly Bucket[],
  grouping: Grouping,
): Promise<Map<string, GroupCounts>> {
  const groups = [...new Set([...grouping.groupsOf.values()].flat())];
  const { mentions, isProblem, sentiment } = mentionsOf(grouping.taxonomy);
  const places = placesOf(grouping, groups);
  const starts = [...(before ? [before] : []), ...buckets].map((stretch) => startOf(stretch.from));
  const firstPlace = before ? 2 : 1;
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
      WHERE ${feedbackWhere(workspaceId, { from: before?.from ?? from, to })}
      GROUP BY r.place, f.id, f.occurred_at) m
    GROUP BY 1, 2`;
  const byGroup = new Map<string, GroupCounts>();
  for (const { place, bucket, ...counts } of rows) {
    const group = groups[place] ?? '';
    const total = byGroup.get(group) ?? noneOf(buckets);
    byGroup.set(group, total);
    if (bucket < firstPlace) total.mentionsBefore = counts.mentions;
    else {
      for (const key of COUNTED) total[key] += counts[key];
      total.overTime[bucket - firstPlace] = counts.mentions;
    }
  }
  return byGroup;
}

/** The counts of a group that nobody speaks of. */
export function noneOf(buckets: readonly Bucket[]): GroupCounts {
  return {
    ...{ mentions: 0, problems: 0, negative: 0, neutral: 0, positive: 0, mentionsBefore: 0 },
    overTime: buckets.map(() => 0),
  };
}

const COUNTED = ['mentions', 'problems', 'negative', 'neutral', 'positive'] as const;

/** Groups as whole numbers: hundreds of thousands of rows are told apart by them, and by their names they take twice as long. */
function placesOf({ groupsOf }: Grouping, groups: readonly string[]): { theme_id: string; place: number }[] {
  const placeOf = new Map(groups.map((group, place) => [group, place]));
  return Array.from(groupsOf).flatMap(([themeId, its]) =>
    its.map((group) => ({ theme_id: themeId, place: placeOf.get(group) ?? 0 })),
  );
}

/** Comments with content, in a period and before it, and those of the period without any theme: today, or when they were first assigned. */
export async function countComments(
  db: Db,
  workspaceId: string,
  { from, to, before }: Compared,
  taxonomy: Taxonomy,
): Promise<{ comments: number; commentsBefore: number; untagged: number }> {
  const without = {
    ...{ from, to, untagged: '1' as const },
    ...(taxonomy === 'first' ? { first: '1' as const } : {}),
  };
  const withContent = (days: Pick<Period, 'from' | 'to'> | null) =>
    days
      ? Prisma.sql`(SELECT count(*)::int FROM feedback f
          WHERE ${feedbackWhere(workspaceId, { from: days.from, to: days.to })} AND f.kind <> 'no_content')`
      : Prisma.sql`0`;
  const [row] = await db.$queryRaw<{ comments: number; commentsBefore: number; untagged: number }[]>`
    SELECT ${withContent({ from, to })} AS comments, ${withContent(before)} AS "commentsBefore",
      (SELECT count(*)::int FROM feedback f WHERE ${feedbackWhere(workspaceId, without)}) AS untagged`;
  return row ?? { comments: 0, commentsBefore: 0, untagged: 0 };
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
