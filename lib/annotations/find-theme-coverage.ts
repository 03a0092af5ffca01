import { NOT_HERE } from '@/lib/annotations/correction-schema';
import { feedbackWhere } from '@/lib/annotations/feedback-where';
import type { Days } from '@/lib/annotations/period';
import { isUnsure } from '@/lib/annotations/unsure-theme';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { withoutNestedLoops } from '@/lib/db/without-nested-loops';
import { computeBootstrapInterval } from '@/lib/stats/bootstrap-interval';
import type { Interval } from '@/lib/stats/interval';
import { Z_95 } from '@/lib/stats/normal';

/** How much of what was said the themes account for, and how far to trust them. */
export interface ThemeCoverage {
  /** Comments the engine has read, and those of them without and with content. */
  read: number;
  noContent: number;
  content: number;
  /** Comments with content that have a theme, and those that have none. */
  tagged: number;
  untagged: number;
  /** Comments with content whose themes are judged by words alone: no sentence vector of them is kept. */
  byWords: number;
  /** Different themes of a comment with content; null without comments. */
  themesPerComment: { mean: number; interval: Interval | null } | null;
  /** Assignments by the engine, those below the review threshold, and the comments these stand in. */
  assignments: number;
  unsure: number;
  unsureComments: number;
  /** Null where nobody has corrected a theme. */
  agreement: ThemeAgreement | null;
}

/** The engine's themes against people's on the comments that people corrected. */
export interface ThemeAgreement {
  comments: number;
  /** Themes on spans of these comments: as the engine said, as people left them, and in both. */
  engine: number;
  people: number;
  both: number;
  /** 2 both / (engine + people), 0..1. */
  dice: number;
  /** By drawing comments anew; null for a single one. */
  interval: Interval | null;
}

/** Coverage and quality over some days. Every count of comments is that of the feedback list under its filter. */
export async function findThemeCoverage(
  scope: Scope,
  days: Pick<Days, 'from' | 'to'>,
): Promise<ThemeCoverage> {
  const { workspaceId } = scope;
  const { from, to } = days;
  return scope.run((db) =>
    withoutNestedLoops(db, async () => {
      const comments = await countOfComments(db, workspaceId, { from, to });
      const byWords = await countByWords(db, workspaceId, { from, to });
      const agreement = computeAgreement(await findCorrected(db, workspaceId, { from, to }));
      return { ...comments, byWords, agreement };
    }),
  );
}

/** What a comment has is gathered once for all figures. */
async function countOfComments(db: Db, workspaceId: string, days: Days) {
  const [row] = await db.$queryRaw<
    (Omit<ThemeCoverage, 'content' | 'byWords' | 'themesPerComment' | 'agreement'> & Spread)[]
  >`
    SELECT count(*) FILTER (WHERE m.is_read)::int AS read,
      count(*) FILTER (WHERE m.is_read AND m.kind = 'no_content')::int AS "noContent",
      count(*) FILTER (WHERE m.kind <> 'no_content' AND m.is_tagged)::int AS tagged,
      count(*) FILTER (WHERE m.kind <> 'no_content' AND NOT m.is_tagged)::int AS untagged,
      coalesce(sum(m.assignments), 0)::int AS assignments, coalesce(sum(m.unsure), 0)::int AS unsure,
      count(*) FILTER (WHERE m.unsure > 0)::int AS "unsureComments",
      count(*) FILTER (WHERE m.kind <> 'no_content')::int AS n,
      (avg(m.themes) FILTER (WHERE m.kind <> 'no_content'))::float AS mean,
      (stddev_samp(m.themes) FILTER (WHERE m.kind <> 'no_content'))::float AS deviation
    FROM (
      SELECT f.kind, f.annotated_at IS NOT NULL AS is_read, count(DISTINCT coalesce(t.merged_into_id, t.id)) AS themes,
        bool_or(k.id IS NOT NULL) AS is_tagged,
        count(*) FILTER (WHERE a.maker = 'engine') AS assignments, count(*) FILTER (WHERE ${isUnsure}) AS unsure
      FROM feedback f
        LEFT JOIN theme_assignments a ON a.workspace_id = f.workspace_id AND a.feedback_id = f.id
        LEFT JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
        LEFT JOIN themes k ON k.workspace_id = t.workspace_id AND k.id = coalesce(t.merged_into_id, t.id)
          AND k.excluded_at IS NULL AND k.withdrawn_at IS NULL
      WHERE ${feedbackWhere(workspaceId, days)}
      GROUP BY f.id, f.kind, f.annotated_at) m`;
  const { n, mean, deviation, ...counts } = row ?? NOTHING;
  return {
    ...counts,
    content: counts.read - counts.noContent,
    themesPerComment: estimateMean({ n, mean, deviation }),
  };
}

/** Of the number of themes over `n` comments with content; null where there are too few to have it. */
interface Spread {
  n: number;
  mean: number | null;
  deviation: number | null;
}

const NOTHING = {
  ...{ read: 0, noContent: 0, tagged: 0, untagged: 0, assignments: 0, unsure: 0, unsureComments: 0 },
  ...{ n: 0, mean: null, deviation: null },
};

function estimateMean({ n, mean, deviation }: Spread): ThemeCoverage['themesPerComment'] {
  if (mean === null) return null;
  if (deviation === null) return { mean, interval: null };
  const margin = (Z_95 * deviation) / Math.sqrt(n);
  return { mean, interval: { low: Math.max(0, mean - margin), high: mean + margin } };
}

async function countByWords(db: Db, workspaceId: string, days: Days): Promise<number> {
  const [row] = await db.$queryRaw<{ comments: number }[]>`
    SELECT count(*)::int AS comments FROM feedback f WHERE ${feedbackWhere(workspaceId, { ...days, byWords: '1' })}`;
  return row?.comments ?? 0;
}

/** One corrected comment: its themes on spans, as the engine said, as people left them, and in both. */
export interface CorrectedComment {
  engine: number;
  people: number;
  both: number;
}

/**
 * What the engine said on the spans of a corrected comment is what stands there from it, what people confirmed (their word
 * keeps the engine's version), and what they took off.
 */
async function findCorrected(db: Db, workspaceId: string, days: Days): Promise<CorrectedComment[]> {
  return db.$queryRaw<CorrectedComment[]>`
    WITH corrected AS (
      SELECT f.id, f.workspace_id FROM feedback f
      WHERE ${feedbackWhere(workspaceId, { ...days, corrected: '1' })}),
    said AS (
      SELECT c.id, a.span_id::text AS span, coalesce(t.merged_into_id, t.id) AS theme,
        a.maker = 'engine' OR a.model_version_id IS NOT NULL AS by_engine, true AS by_people
      FROM corrected c
        JOIN theme_assignments a ON a.workspace_id = c.workspace_id AND a.feedback_id = c.id
        JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
      UNION ALL
      SELECT c.id, d.payload ->> 'spanId', coalesce(t.merged_into_id, t.id), true, false
      FROM corrected c
        JOIN theme_decisions d ON d.workspace_id = c.workspace_id AND d.action = ${NOT_HERE} AND d.undone_at IS NULL
          AND d.payload ->> 'feedbackId' = c.id::text
        JOIN themes t ON t.workspace_id = d.workspace_id AND t.id = d.theme_id),
    themes_said AS (
      SELECT id, span, theme, bool_or(by_engine) AS by_engine, bool_or(by_people) AS by_people
      FROM said GROUP BY id, span, theme)
    SELECT count(*) FILTER (WHERE by_engine)::int AS engine, count(*) FILTER (WHERE by_people)::int AS people,
      count(*) FILTER (WHERE by_engine AND by_people)::int AS both
    FROM themes_said GROUP BY id ORDER BY id`;
}

/** 2C / (A + B) over all comments together, with a bootstrap interval over comments; null without any theme. */
export function computeAgreement(comments: readonly CorrectedComment[]): ThemeAgreement | null {
  const total = addUp(comments);
  const dice = diceOf(comments);
  if (dice === null) return null;
  return { comments: comments.length, ...total, dice, interval: computeBootstrapInterval(comments, diceOf) };
}

function addUp(comments: readonly CorrectedComment[]): CorrectedComment {
  const total = { engine: 0, people: 0, both: 0 };
  for (const comment of comments) {
    total.engine += comment.engine;
    total.people += comment.people;
    total.both += comment.both;
  }
  return total;
}

function diceOf(comments: readonly CorrectedComment[]): number | null {
  const { engine, people, both } = addUp(comments);
  return engine + people === 0 ? null : (2 * both) / (engine + people);
}
