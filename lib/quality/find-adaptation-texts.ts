import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { AdaptationText } from '@/lib/nlp/adaptation/examples';
import type { SentimentLabel } from '@/lib/nlp/sentiment';

/** More would teach little and take long: they are chosen by the hash of their text, which is as good as at random. */
const MOST_LABELS = 20_000;
const MOST_RATINGS = 5000;

interface LabelRow {
  text: string;
  language: string | null;
  group: string;
  label: SentimentLabel;
  /** Of the span, in UTF-16 code units; null for the whole text. */
  start: number | null;
  end: number | null;
  isRandom: boolean;
}

interface RatingRow {
  text: string;
  language: string | null;
  group: string;
  isPositive: boolean;
}

/**
 * What the workspace has said of its own feedback: the newest word of a person on each text or span, and beside that, for
 * whole texts without such a word, the rating that was given with them. NPS 0 to 6, CSAT and stars 1 and 2 are negative;
 * NPS 9 and 10, CSAT and stars 4 and 5 positive; the middle says nothing, nor do ratings that contradict each other. Texts
 * of one contact, else of one conversation, response or comment, are one group.
 */
export async function findAdaptationTexts(scope: Scope): Promise<AdaptationText[]> {
  const { workspaceId } = scope;
  const [labels, ratings] = await scope.run(async (db) => [
    await db.$queryRaw<LabelRow[]>(selectLabels(workspaceId)),
    await db.$queryRaw<RatingRow[]>`
      ${selectRatings(workspaceId)} ORDER BY f.text_hash, f.id LIMIT ${MOST_RATINGS}`,
  ]);
  return [
    ...labels.map(
      ({ text, start, end, label, isRandom, ...row }): AdaptationText => ({
        ...row,
        text: text.slice(start ?? 0, end ?? undefined),
        known: { by: 'label', label, isRandom },
      }),
    ),
    ...ratings.map(
      ({ isPositive, ...row }): AdaptationText => ({
        ...row,
        known: { by: 'rating', label: isPositive ? 'positive' : 'negative' },
      }),
    ),
  ];
}

/** How many texts {@link findAdaptationTexts} gives, and how many of the labels are of random samples. */
export interface KnownTexts {
  labels: number;
  randomLabels: number;
  ratings: number;
}

export async function countAdaptationTexts(scope: Scope): Promise<KnownTexts> {
  const { workspaceId } = scope;
  const [counts] = await scope.run(
    (db) => db.$queryRaw<KnownTexts[]>`
      SELECT count(*)::int AS labels, (count(*) FILTER (WHERE "isRandom"))::int AS "randomLabels",
        (SELECT count(*)::int FROM (${selectRatings(workspaceId)} LIMIT ${MOST_RATINGS}) r) AS ratings
      FROM (${selectLabels(workspaceId)}) l`,
  );
  return counts ?? { labels: 0, randomLabels: 0, ratings: 0 };
}

const selectLabels = (workspaceId: string) => Prisma.sql`
    SELECT f.text, f.language, a.label, s.start, s."end",
      coalesce(f.contact_id, f.conversation_id, f.response_id, f.id)::text AS group,
      s.id IS NULL AND EXISTS (
        SELECT 1 FROM quality_items i JOIN quality_labels l
          ON l.workspace_id = i.workspace_id AND l.item_id = i.id AND l.answer <> 'no_opinion'
        WHERE i.workspace_id = f.workspace_id AND i.feedback_id = f.id) AS "isRandom"
    FROM (
      SELECT DISTINCT ON (feedback_id, span_id) feedback_id, span_id, label
      FROM annotations
      WHERE workspace_id = ${workspaceId}::uuid AND member_id IS NOT NULL AND aspect = 'sentiment' AND maker = 'human'
      ORDER BY feedback_id, span_id, created_at DESC, id DESC) a
    JOIN feedback f ON f.workspace_id = ${workspaceId}::uuid AND f.id = a.feedback_id
    LEFT JOIN spans s ON s.workspace_id = ${workspaceId}::uuid AND s.id = a.span_id
    -- A text of a single span has the same word twice: on the whole and on the span.
    WHERE a.span_id IS NULL OR (SELECT count(*) FROM spans o
      WHERE o.workspace_id = ${workspaceId}::uuid AND o.feedback_id = a.feedback_id) > 1
    ORDER BY f.text_hash, f.id, s.start NULLS FIRST
    LIMIT ${MOST_LABELS}`;

const selectRatings = (workspaceId: string) => Prisma.sql`
    SELECT f.text, f.language, p."isPositive",
      coalesce(f.contact_id, f.conversation_id, f.response_id, f.id)::text AS group
    FROM (
      SELECT response_id, bool_and(pole > 0) AS "isPositive"
      FROM (
        SELECT response_id, CASE
          WHEN metric = 'nps' AND score <= 6 OR metric IN ('csat', 'rating') AND score <= 2 THEN -1
          WHEN metric = 'nps' AND score >= 9 OR metric IN ('csat', 'rating') AND score >= 4 THEN 1
          END AS pole
        FROM answers
        WHERE workspace_id = ${workspaceId}::uuid AND metric IN ('nps', 'csat', 'rating') AND score IS NOT NULL) a
      WHERE pole IS NOT NULL
      GROUP BY response_id
      HAVING min(pole) = max(pole)) p
    JOIN feedback f ON f.workspace_id = ${workspaceId}::uuid AND f.response_id = p.response_id
    WHERE f.annotated_at IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM annotations a
      WHERE a.workspace_id = ${workspaceId}::uuid AND a.feedback_id = f.id AND a.span_id IS NULL
        AND a.aspect = 'sentiment' AND a.maker = 'human')`;
