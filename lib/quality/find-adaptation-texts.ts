import type { Scope } from '@/lib/db/scope';
import type { AdaptationText } from '@/lib/nlp/adaptation/examples';
import type { SentimentLabel } from '@/lib/nlp/sentiment';
import { selectLabels, selectRatings } from '@/lib/quality/known-texts-sql';

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
    await db.$queryRaw<RatingRow[]>(selectRatings(workspaceId)),
  ]);
  return [
    ...labels.map(
      ({ text, start, end, label, isRandom, language, group }): AdaptationText => ({
        language,
        group,
        text: text.slice(start ?? 0, end ?? undefined),
        known: { by: 'label', label, isRandom },
      }),
    ),
    ...ratings.map(
      ({ isPositive, text, language, group }): AdaptationText => ({
        ...{ text, language, group },
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
        (SELECT count(*)::int FROM (${selectRatings(workspaceId)}) r) AS ratings
      FROM (${selectLabels(workspaceId)}) l`,
  );
  return counts ?? { labels: 0, randomLabels: 0, ratings: 0 };
}
