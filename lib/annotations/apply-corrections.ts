import { type Db, Prisma } from '@/lib/db/client';

/**
 * Makes people's words hold: the newest human annotation of each text and span becomes what holds now, whatever the
 * engine wrote since. A person names a label, not a score, so score and confidence become unknown.
 */
export async function applyCorrections(db: Db, workspaceId: string, feedbackIds: string[]): Promise<void> {
  const corrections = Prisma.sql`
    SELECT feedback_id, span_id,
      max(label) FILTER (WHERE aspect = 'sentiment')::sentiment_label AS sentiment,
      max(label) FILTER (WHERE aspect = 'kind')::statement_kind AS kind
    FROM (
      SELECT DISTINCT ON (feedback_id, span_id, aspect) feedback_id, span_id, aspect, label
      FROM annotations
      WHERE workspace_id = ${workspaceId}::uuid AND feedback_id = ANY(${feedbackIds}::uuid[]) AND maker = 'human'
      ORDER BY feedback_id, span_id, aspect, created_at DESC, id DESC
    ) newest
    GROUP BY feedback_id, span_id`;
  await db.$executeRaw`
    WITH corrections AS (${corrections})
    UPDATE feedback f
    SET sentiment_label = coalesce(c.sentiment, f.sentiment_label),
      sentiment_score = CASE WHEN c.sentiment IS NULL THEN f.sentiment_score END,
      sentiment_confidence = CASE WHEN c.sentiment IS NULL THEN f.sentiment_confidence END,
      kind = coalesce(c.kind, f.kind)
    FROM corrections c
    WHERE f.workspace_id = ${workspaceId}::uuid AND f.id = c.feedback_id AND c.span_id IS NULL`;
  await db.$executeRaw`
    WITH corrections AS (${corrections})
    UPDATE spans s
    SET sentiment_label = coalesce(c.sentiment, s.sentiment_label),
      sentiment_score = CASE WHEN c.sentiment IS NULL THEN s.sentiment_score END,
      kind = coalesce(c.kind, s.kind)
    FROM corrections c
    WHERE s.workspace_id = ${workspaceId}::uuid AND s.id = c.span_id`;
}
