import { z } from 'zod';
import { type AnnotationTrace, findTraces } from '@/lib/annotations/find-traces';
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
  themes: { id: string; name: string; confidence: number; isByPerson: boolean }[];
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
  contact: { id: string; name: string | null; email: string | null } | null;
  response: { surveyName: string | null; scores: { metric: Metric; score: number }[] } | null;
  conversation: { id: string; subject: string | null; count: number; statements: Statement[] } | null;
  spans: DetailSpan[];
  traces: AnnotationTrace[];
}

/** One statement of a conversation, with the beginning of its text. */
export interface Statement {
  id: string;
  excerpt: string;
  language: string | null;
  occurredAt: Date;
  sentimentLabel: SentimentLabel | null;
}

/** Statements of a conversation shown around this one. */
const MOST_STATEMENTS = 200;

const redactionsSchema = z.array(z.object({ start: z.number(), end: z.number(), type: z.string() }));
const customSchema = z.record(z.string(), z.coerce.string());

/** Everything known of one statement, or null where there is none by this id. */
export async function findFeedbackDetail(scope: Scope, feedbackId: string): Promise<FeedbackDetail | null> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const row = await db.feedback.findUnique({
      where: { workspaceId_id: { workspaceId, id: feedbackId } },
      include: {
        source: { select: { name: true } },
        account: { select: { id: true, name: true, plan: true, segment: true } },
        contact: { select: { id: true, name: true, email: true } },
        response: {
          select: {
            survey: { select: { name: true } },
            answers: {
              where: { metric: { not: null }, score: { not: null } },
              select: { metric: true, score: true },
            },
          },
        },
        spans: { orderBy: [{ start: 'asc' }, { end: 'asc' }], include: { assignments: withTheme } },
      },
    });
    if (!row) return null;
    const { source, response, spans, redactions, custom, importId, conversationId, ...plain } = row;
    return {
      ...plain,
      redactions: redactionsSchema.catch([]).parse(redactions),
      custom: customSchema.catch({}).parse(custom),
      sourceName: source.name,
      import: importId ? await findImport(db, workspaceId, importId) : null,
      response: response && {
        surveyName: response.survey?.name ?? null,
        scores: response.answers.flatMap(({ metric, score }) =>
          metric && score !== null ? [{ metric, score }] : [],
        ),
      },
      conversation: conversationId ? await findConversation(db, workspaceId, conversationId) : null,
      spans: spans.map(({ assignments, ...span }) => ({
        id: span.id,
        start: span.start,
        end: span.end,
        sentimentLabel: span.sentimentLabel,
        sentimentScore: span.sentimentScore,
        kind: span.kind,
        themes: mergedThemes(assignments),
      })),
      traces: await findTraces(db, workspaceId, feedbackId),
    };
  });
}

const withTheme = { include: { theme: { include: { mergedInto: true } } } } as const;

function mergedThemes(
  assignments: {
    confidence: number;
    maker: string;
    theme: { id: string; name: string; mergedInto: { id: string; name: string } | null };
  }[],
): DetailSpan['themes'] {
  const themes = new Map<string, DetailSpan['themes'][number]>();
  for (const { theme, confidence, maker } of assignments) {
    const { id, name } = theme.mergedInto ?? theme;
    const known = themes.get(id);
    themes.set(id, {
      id,
      name,
      confidence: Math.max(confidence, known?.confidence ?? 0),
      isByPerson: maker === 'human' || known?.isByPerson === true,
    });
  }
  return [...themes.values()].sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

async function findImport(
  db: Db,
  workspaceId: string,
  id: string,
): Promise<{ id: string; fileName: string } | null> {
  return db.import.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { id: true, fileName: true },
  });
}

async function findConversation(
  db: Db,
  workspaceId: string,
  conversationId: string,
): Promise<FeedbackDetail['conversation']> {
  const conversation = await db.conversation.findUnique({
    where: { workspaceId_id: { workspaceId, id: conversationId } },
    select: { id: true, subject: true, _count: { select: { feedback: true } } },
  });
  if (!conversation) return null;
  const statements = await db.$queryRaw<Statement[]>`
    SELECT f.id, left(f.text, 400) AS excerpt, f.language, f.occurred_at AS "occurredAt",
      f.sentiment_label::text AS "sentimentLabel"
    FROM feedback f
    WHERE f.workspace_id = ${workspaceId}::uuid AND f.conversation_id = ${conversationId}::uuid
    ORDER BY f.occurred_at, f.id
    LIMIT ${MOST_STATEMENTS}`;
  return {
    id: conversation.id,
    subject: conversation.subject,
    count: conversation._count.feedback,
    statements,
  };
}
