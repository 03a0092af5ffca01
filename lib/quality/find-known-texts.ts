import { notFound } from '@/lib/core/errors';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { SentimentLabel } from '@/lib/nlp/sentiment';
import { adaptationReportSchema } from '@/lib/quality/adaptation-report';
import { selectLabels, selectRatings } from '@/lib/quality/known-texts-sql';

/** A text that the engine can learn from, or a part of one. */
export interface KnownText {
  feedbackId: string;
  /** Of the whole statement, which {@link start} and {@link end} cut the part from: UTF-16 code units; null for all of it. */
  text: string;
  start: number | null;
  end: number | null;
  language: string | null;
  occurredAt: Date;
  label: SentimentLabel;
  /** Whether it is a label of a random sample, by which models are judged. */
  isRandom: boolean;
}

export interface KnownTextFilter {
  by: 'label' | 'rating';
  /** Labels of random samples alone. */
  onlyRandom: boolean;
  /** As they were when the attempt of this number began; null for now. */
  attempt: number | null;
  /** Of one language alone, as an attempt has it; null for all. */
  language: string | null;
}

/** What an attempt counted when it began. */
export interface AttemptCount {
  number: number;
  beganAt: Date;
  /** Null where it kept no count of these. */
  count: number | null;
}

/**
 * The texts behind a count of labels or ratings, the newest statements first.
 * @throws ExpectedError 'not_found' for an attempt that does not exist.
 */
export async function findKnownTexts(
  scope: Scope,
  { by, onlyRandom, attempt: number, language }: KnownTextFilter,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: KnownText[]; total: number; attempt: AttemptCount | null }> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const row =
      number === null
        ? null
        : await db.adaptation.findUnique({ where: { workspaceId_number: { workspaceId, number } } });
    if (number !== null && !row) throw notFound('attempt');
    const beganAt = row && (row.startedAt ?? row.requestedAt);
    // As attempts have it, what no language is known of reads as English.
    const isOfLanguage = language ? Prisma.sql`coalesce(k.language, 'en') = ${language}` : Prisma.sql`true`;
    const known =
      by === 'label'
        ? Prisma.sql`SELECT k.id, k.label::text, k.start, k."end", k."isRandom"
            FROM (${selectLabels(workspaceId, beganAt)}) k 
            WHERE ${onlyRandom ? Prisma.sql`k."isRandom"` : Prisma.sql`true`} AND ${isOfLanguage}`
        : Prisma.sql`SELECT k.id, CASE WHEN k."isPositive" THEN 'positive' ELSE 'negative' END AS label,
            NULL::int AS start, NULL::int AS "end", false AS "isRandom"
            FROM (${selectRatings(workspaceId, beganAt)}) k WHERE ${isOfLanguage}`;
    const [count] = await db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM (${known}) t`;
    const rows = await db.$queryRaw<KnownText[]>`
      SELECT t.id AS "feedbackId", t.label, t.start, t."end", t."isRandom", f.text, f.language, f.occurred_at AS "occurredAt"
      FROM (${known}) t JOIN feedback f ON f.workspace_id = ${workspaceId}::uuid AND f.id = t.id
      ORDER BY f.occurred_at DESC, f.id, t.start NULLS FIRST
      LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
    return {
      rows,
      total: count?.n ?? 0,
      attempt: row &&
        beganAt && { number: row.number, beganAt, count: countedBy(row, { by, onlyRandom, language }) },
    };
  });
}

/** What an attempt counted of a filter; null where it kept no such count. */
function countedBy(
  { labels, ratings, report }: { labels: number; ratings: number; report: Prisma.JsonValue },
  { by, onlyRandom, language }: Omit<KnownTextFilter, 'attempt'>,
): number | null {
  if (language === null) return onlyRandom ? null : by === 'label' ? labels : ratings;
  const one = adaptationReportSchema
    .catch([])
    .parse(report)
    .find((each) => each.language === language);
  if (by === 'label' && !onlyRandom) return one?.labels ?? null;
  // Ratings judge as they are, labels where they are of random samples.
  return (one?.gain?.by === by ? one.gain.n : by === 'label' ? one?.confidence?.n : one?.ratings) ?? null;
}
