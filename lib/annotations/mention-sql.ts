import { Prisma } from '@/lib/db/client';

/**
 * Whether what is known of the theme itself holds, over theme assignments under the alias `a` and their spans under `s`. A span
 * whose sentiment has no score has it from a person, whose word holds for all of its themes but those they spoke of.
 */
export const ownSentimentHolds = Prisma.sql`(a.sentiment_maker = 'human' OR s.sentiment_score IS NOT NULL)`;

const own = Prisma.sql`CASE WHEN ${ownSentimentHolds} THEN a.sentiment_label END`;

/** `resolveSentiment` as SQL, over the same two. */
export const mentionSentiment = Prisma.sql`coalesce(${own}, s.sentiment_label)`;

/** `isProblem` as SQL, over the same two. */
export const mentionIsProblem = Prisma.sql`(${mentionSentiment} IS DISTINCT FROM 'positive'
  AND (s.kind IS DISTINCT FROM 'praise' OR (${own}) IS NOT DISTINCT FROM 'negative')
  AND s.kind IS DISTINCT FROM 'question' AND s.kind IS DISTINCT FROM 'no_content')`;

/**
 * How a comment feels about a theme, over its mentions there as an aggregate: the sign in which most of them agree, 0 where
 * none does, null where none is judged. `weighMentions` in SQL.
 */
export const weighMentions = (label: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`sign(sum(CASE ${label} WHEN 'negative' THEN -1 WHEN 'neutral' THEN 0 WHEN 'positive' THEN 1 END))`;

/** The label of a sign, as text. */
export const labelOfSign = (sign: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`CASE ${sign} WHEN -1 THEN 'negative' WHEN 0 THEN 'neutral' WHEN 1 THEN 'positive' END`;

/** How a comment feels about one of its themes. */
export interface CommentTheme {
  id: string;
  name: string;
  sentimentLabel: 'negative' | 'neutral' | 'positive' | null;
}

/** The themes of a comment (feedback under the alias `f`) that are not set aside, by name, as JSON of {@link CommentTheme}s. */
export const commentThemes = Prisma.sql`coalesce((
  SELECT jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'sentimentLabel', m.felt) ORDER BY m.name, m.id)
  FROM (
    SELECT k.id, k.name, ${labelOfSign(weighMentions(mentionSentiment))} AS felt
    FROM theme_assignments a
      JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
      JOIN themes k ON k.workspace_id = t.workspace_id AND k.id = coalesce(t.merged_into_id, t.id)
        AND k.excluded_at IS NULL AND k.withdrawn_at IS NULL
      JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
    WHERE a.workspace_id = f.workspace_id AND a.feedback_id = f.id
    GROUP BY k.id, k.name) m), '[]')`;
