import { applyCorrections } from '@/lib/annotations/apply-corrections';
import type { Correction } from '@/lib/annotations/correction-schema';
import { notFound } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { type Db, Prisma } from '@/lib/db/client';

/**
 * Writes a member's word about a text or a span and makes it hold. A text of a single span is that span, so the word
 * holds for both. To be called inside a transaction.
 * @returns the ids of the annotations made
 * @throws ExpectedError `not_found` for a text or span that is not in the workspace.
 */
export async function recordCorrection(
  db: Db,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  { feedbackId, spanId, aspect, label }: Correction,
): Promise<string[]> {
  const spanIds = await lockSpans(db, workspaceId, feedbackId);
  if (spanId && !spanIds.includes(spanId)) throw notFound('span');
  const isWhole = spanIds.length === 1 || !spanId;
  const places = [...(isWhole ? [null] : []), ...(spanIds.length === 1 ? spanIds : spanId ? [spanId] : [])];
  const annotations = places.map((place) => ({
    workspaceId,
    id: newId(),
    feedbackId,
    spanId: place,
    aspect,
    label,
    maker: 'human' as const,
    memberId,
  }));
  await db.annotation.createMany({ data: annotations });
  await applyCorrections(db, workspaceId, [feedbackId]);
  return annotations.map(({ id }) => id);
}

/**
 * Takes back what {@link recordCorrection} wrote about sentiment, as for a slip of the key: what held before holds again,
 * an older word of a person or else what was read last. To be called inside a transaction.
 */
export async function takeBackSentiment(
  db: Db,
  workspaceId: string,
  feedbackId: string,
  annotationIds: string[],
): Promise<void> {
  if (annotationIds.length === 0) return;
  await lockSpans(db, workspaceId, feedbackId);
  const taken = await db.$queryRaw<{ spanId: string | null }[]>`
    DELETE FROM annotations
    WHERE workspace_id = ${workspaceId}::uuid AND feedback_id = ${feedbackId}::uuid
      AND id = ANY(${annotationIds}::uuid[]) AND maker = 'human' AND aspect = 'sentiment'
    RETURNING span_id AS "spanId"`;
  const spanIds = taken.flatMap(({ spanId }) => spanId ?? []);
  const read = (place: Prisma.Sql) => Prisma.sql`
    SELECT a.label::sentiment_label AS label, a.score, a.confidence FROM annotations a
    WHERE a.workspace_id = ${workspaceId}::uuid AND a.feedback_id = ${feedbackId}::uuid AND a.aspect = 'sentiment'
      AND a.maker <> 'human' AND ${place}
    ORDER BY a.created_at DESC, a.id DESC LIMIT 1`;
  if (taken.length > spanIds.length) {
    await db.$executeRaw`
      UPDATE feedback f SET (sentiment_label, sentiment_score, sentiment_confidence) =
        (SELECT r.label, r.score, r.confidence FROM (${read(Prisma.sql`a.span_id IS NULL`)}) r)
      WHERE f.workspace_id = ${workspaceId}::uuid AND f.id = ${feedbackId}::uuid`;
  }
  await db.$executeRaw`
    UPDATE spans s SET (sentiment_label, sentiment_score) =
      (SELECT r.label, r.score FROM (${read(Prisma.sql`a.span_id = s.id`)}) r)
    WHERE s.workspace_id = ${workspaceId}::uuid AND s.id = ANY(${spanIds}::uuid[])`;
  await applyCorrections(db, workspaceId, [feedbackId]);
}

/**
 * Holds a text against a second correction at the same time, and returns its spans.
 * @throws ExpectedError `not_found` when it is not in the workspace.
 */
export async function lockSpans(db: Db, workspaceId: string, feedbackId: string): Promise<string[]> {
  const locked = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM feedback WHERE workspace_id = ${workspaceId}::uuid AND id = ${feedbackId}::uuid FOR UPDATE`;
  if (locked.length === 0) throw notFound('feedback');
  const spans = await db.span.findMany({
    where: { workspaceId, feedbackId },
    select: { id: true },
    orderBy: { start: 'asc' },
  });
  return spans.map((span) => span.id);
}
