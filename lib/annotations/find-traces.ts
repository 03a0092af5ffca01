import { NOT_HERE } from '@/lib/annotations/correction-schema';
import { ownSentimentHolds } from '@/lib/annotations/mention-sql';
import type { Db } from '@/lib/db/client';

/** Who found what in a text, and where: one line of its provenance. */
export interface AnnotationTrace {
  id: string;
  what:
    | 'language'
    | 'sentiment'
    | 'kind'
    | 'intent'
    | 'theme'
    | 'sentiment about a theme'
    | 'theme taken off';
  /** The label as stored, or the theme's own name, or both. */
  label: string;
  score: number | null;
  confidence: number | null;
  maker: 'engine' | 'llm' | 'human';
  /** The engine's version, or the member's name; null where neither was kept. */
  makerName: string | null;
  madeAt: Date;
  /** Of the words that show it, in UTF-16 code units into the text; null for the whole of it. */
  start: number | null;
  end: number | null;
  /** Whether it holds now: nothing newer, and nobody, says otherwise. */
  holds: boolean;
}

/** All that was ever found in a text, by place and then by time. */
export async function findTraces(
  db: Db,
  workspaceId: string,
  feedbackId: string,
): Promise<AnnotationTrace[]> {
  return db.$queryRaw<AnnotationTrace[]>`
    WITH traces AS (
      SELECT a.id, a.span_id, a.aspect::text AS what, a.label, a.score, a.confidence, a.maker, a.model_version_id,
        a.member_id, a.created_at, a.start, a."end",
        CASE WHEN a.aspect = 'intent' THEN a.created_at = max(a.created_at) FILTER (WHERE a.maker = 'engine') OVER ()
        ELSE row_number() OVER (
          PARTITION BY a.span_id, a.aspect ORDER BY a.maker = 'human' DESC, a.created_at DESC, a.id DESC) = 1
        END AS holds
      FROM annotations a WHERE a.workspace_id = ${workspaceId}::uuid AND a.feedback_id = ${feedbackId}::uuid
      UNION ALL
      SELECT a.id, a.span_id, 'theme', t.name, NULL, a.confidence, a.maker, a.model_version_id, a.member_id,
        a.created_at, NULL, NULL, true
      FROM theme_assignments a JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
      WHERE a.workspace_id = ${workspaceId}::uuid AND a.feedback_id = ${feedbackId}::uuid
      UNION ALL
      SELECT a.id, a.span_id, 'sentiment about a theme', t.name || ': ' || a.sentiment_label, a.sentiment_score,
        a.sentiment_confidence, a.sentiment_maker, a.sentiment_model_version_id, a.sentiment_member_id, a.sentiment_at,
        a.sentiment_start, a.sentiment_end, ${ownSentimentHolds}
      FROM theme_assignments a
        JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
        JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
      WHERE a.workspace_id = ${workspaceId}::uuid AND a.feedback_id = ${feedbackId}::uuid
        AND a.sentiment_maker IS NOT NULL
      UNION ALL
      SELECT d.id, s.id, 'theme taken off', t.name, NULL, NULL, 'human', NULL, d.member_id, d.decided_at,
        NULL, NULL, d.undone_at IS NULL
      FROM spans s
        JOIN theme_decisions d ON d.workspace_id = s.workspace_id AND d.payload ->> 'spanId' = s.id::text
        JOIN themes t ON t.workspace_id = d.workspace_id AND t.id = d.theme_id
      WHERE s.workspace_id = ${workspaceId}::uuid AND s.feedback_id = ${feedbackId}::uuid AND d.action = ${NOT_HERE}
    )
    SELECT a.id, a.what, a.label, a.score, a.confidence, a.maker::text, coalesce(a.start, s.start) AS start,
      coalesce(a."end", s."end") AS "end", a.holds,
      a.created_at AS "madeAt",
      CASE WHEN a.member_id IS NULL THEN split_part(v.version, '+', 1) ELSE u.name END AS "makerName"
    FROM traces a
      LEFT JOIN spans s ON s.workspace_id = ${workspaceId}::uuid AND s.id = a.span_id
      LEFT JOIN model_versions v ON v.workspace_id = ${workspaceId}::uuid AND v.id = a.model_version_id
      LEFT JOIN members m ON m.workspace_id = ${workspaceId}::uuid AND m.id = a.member_id
      LEFT JOIN users u ON u.id = m.user_id
    ORDER BY s.start NULLS FIRST, s."end", a.what, a.start NULLS FIRST, a.created_at, a.id`;
}
