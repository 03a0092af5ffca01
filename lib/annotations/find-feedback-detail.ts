import { z } from 'zod';
import { findSaid, type SaidRow } from '@/lib/annotations/find-conversation';
import { type AnnotationTrace, findTraces } from '@/lib/annotations/find-traces';
import { labelOfSign, mentionSentiment, weighMentions } from '@/lib/annotations/mention-sql';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { Channel } from '@/lib/feedback/schema';
import type { Metric } from '@/lib/responses/schema';

export type SentimentLabel = 'negative' | 'neutral' | 'positive';

/** A stretch of the stored text, in UTF-16 code units, end exclusive. */
export interface Place {
  start: number;
  end: number;
}

export interface DetailSpan extends Place {
  id: string;
  sentimentLabel: SentimentLabel | null;
  sentimentScore: number | null;
  kind: string | null;
  /** By name; a theme merged into another shows as that one. */
  themes: SpanTheme[];
}

/** A theme of a span, and what the span feels about it. */
export interface SpanTheme {
  id: string;
  name: string;
  confidence: number;
  isByPerson: boolean;
  sentimentLabel: SentimentLabel | null;
  /** The words of the text that say so, where they are fewer than the span's. */
  words: Place | null;
}

export interface FeedbackDetail {
  id: string;
  channel: Channel;
  title: string | null;
  text: string;
  language: string | null;
  url: string | null;
  occurredAt: Date;
  annotatedAt: Date | null;
  sentimentLabel: SentimentLabel | null;
  sentimentScore: number | null;
  sentimentConfidence: number | null;
  kind: string | null;
  redactions: (Place & { type: string })[];
  custom: Record<string, string>;
  sourceName: string;
  import: { id: string; fileName: string } | null;
  account: { id: string; name: string; plan: string | null; segment: string | null } | null;
  contact: { id: string; name: string | null; email: string | null; phone: string | null } | null;
  response: {
    surveyName: string | null;
    scores: { metric: Metric; score: number }[];
    /** Scores of questions on scales of their own. */
    ownScores: { question: string; score: number; low: number | null; high: number | null }[];
  } | null;
  conversation: {
    id: string;
    subject: string | null;
    /** Statements of customers, and what others said. */
    count: number;
    others: number;
    said: SaidRow[];
  } | null;
  spans: DetailSpan[];
  traces: AnnotationTrace[];
}

/** What of a conversation is shown around a statement of it. */
const MOST_SAID = 200;

const redactionsSchema = z.array(z.object({ start: z.number(), end: z.number(), type: z.string() }));
const customSchema = z.record(z.string(), z.coerce.string());

/** A row as the database has it, with what it belongs to. */
type DetailRow = Omit<FeedbackDetail, 'redactions' | 'custom' | 'conversation' | 'spans' | 'traces'> & {
  redactions: unknown;
  custom: unknown;
  conversationId: string | null;
};

/** Everything known of one statement, or null where there is none by this id. */
export async function findFeedbackDetail(scope: Scope, feedbackId: string): Promise<FeedbackDetail | null> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const [row] = await db.$queryRaw<DetailRow[]>`
      SELECT f.id, f.channel::text, f.title, f.text, f.language, f.url, f.occurred_at AS "occurredAt",
        f.annotated_at AS "annotatedAt", f.sentiment_label::text AS "sentimentLabel",
        f.sentiment_score AS "sentimentScore", f.sentiment_confidence AS "sentimentConfidence", f.kind::text,
        f.redactions, f.custom, f.conversation_id AS "conversationId", o.name AS "sourceName",
        CASE WHEN i.id IS NOT NULL THEN jsonb_build_object('id', i.id, 'fileName', i.file_name) END AS import,
        CASE WHEN c.id IS NOT NULL THEN
          jsonb_build_object('id', c.id, 'name', c.name, 'plan', c.plan, 'segment', c.segment) END AS account,
        CASE WHEN p.id IS NOT NULL THEN
          jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email, 'phone', p.phone) END AS contact,
        CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('surveyName', v.name, 'scores', coalesce((
          SELECT jsonb_agg(jsonb_build_object('metric', w.metric, 'score', w.score) ORDER BY w.metric, w.id)
          FROM answers w WHERE w.workspace_id = r.workspace_id AND w.response_id = r.id
            AND w.metric IS NOT NULL AND w.score IS NOT NULL), '[]'), 'ownScores', coalesce((
          SELECT jsonb_agg(jsonb_build_object('question', q.text, 'score', w.score, 'low', q.scale_low,
            'high', q.scale_high) ORDER BY q.position, w.id)
          FROM answers w JOIN questions q ON q.workspace_id = w.workspace_id AND q.id = w.question_id
          WHERE w.workspace_id = r.workspace_id AND w.response_id = r.id
            AND w.metric IS NULL AND w.score IS NOT NULL), '[]')) END AS response
      FROM feedback f
        JOIN sources o ON o.workspace_id = f.workspace_id AND o.id = f.source_id
        LEFT JOIN imports i ON i.workspace_id = f.workspace_id AND i.id = f.import_id
        LEFT JOIN accounts c ON c.workspace_id = f.workspace_id AND c.id = f.account_id
        LEFT JOIN contacts p ON p.workspace_id = f.workspace_id AND p.id = f.contact_id
        LEFT JOIN responses r ON r.workspace_id = f.workspace_id AND r.id = f.response_id
        LEFT JOIN surveys v ON v.workspace_id = r.workspace_id AND v.id = r.survey_id
      WHERE f.workspace_id = ${workspaceId}::uuid AND f.id = ${feedbackId}::uuid`;
    if (!row) return null;
    const { redactions, custom, conversationId, ...plain } = row;
    return {
      ...plain,
      redactions: redactionsSchema.catch([]).parse(redactions),
      custom: customSchema.catch({}).parse(custom),
      conversation: conversationId ? await findConversation(db, workspaceId, conversationId) : null,
      spans: await findSpans(db, workspaceId, feedbackId),
      traces: await findTraces(db, workspaceId, feedbackId),
    };
  });
}

async function findSpans(db: Db, workspaceId: string, feedbackId: string): Promise<DetailSpan[]> {
  return db.$queryRaw<DetailSpan[]>`
    SELECT s.id, s.start, s."end", s.sentiment_label::text AS "sentimentLabel",
      s.sentiment_score AS "sentimentScore", s.kind::text,
      coalesce((
        SELECT jsonb_agg(found ORDER BY found.name, found.id)
        FROM (
          SELECT k.id, k.name, max(a.confidence) AS confidence, bool_or(a.maker = 'human') AS "isByPerson",
            ${labelOfSign(weighMentions(mentionSentiment))} AS "sentimentLabel",
            (array_agg(jsonb_build_object('start', a.sentiment_start, 'end', a.sentiment_end) ORDER BY a.confidence DESC)
              FILTER (WHERE a.sentiment_start IS NOT NULL))[1] AS words
          FROM theme_assignments a
            JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
            JOIN themes k ON k.workspace_id = t.workspace_id AND k.id = coalesce(t.merged_into_id, t.id)
              AND k.excluded_at IS NULL AND k.withdrawn_at IS NULL
          WHERE a.workspace_id = s.workspace_id AND a.span_id = s.id
          GROUP BY k.id, k.name
        ) found), '[]') AS themes
    FROM spans s
    WHERE s.workspace_id = ${workspaceId}::uuid AND s.feedback_id = ${feedbackId}::uuid
    ORDER BY s.start, s."end"`;
}

async function findConversation(
  db: Db,
  workspaceId: string,
  conversationId: string,
): Promise<FeedbackDetail['conversation']> {
  const [conversation] = await db.$queryRaw<
    { id: string; subject: string | null; count: number; others: number }[]
  >`
    SELECT o.id, o.subject, (
      SELECT count(*)::int FROM feedback f
      WHERE f.workspace_id = o.workspace_id AND f.conversation_id = o.id) AS count, (
      SELECT count(*)::int FROM conversation_turns t
      WHERE t.workspace_id = o.workspace_id AND t.conversation_id = o.id) AS others
    FROM conversations o
    WHERE o.workspace_id = ${workspaceId}::uuid AND o.id = ${conversationId}::uuid`;
  if (!conversation) return null;
  const said = await findSaid(db, { workspaceId, conversationId }, { take: MOST_SAID });
  return { ...conversation, said };
}
