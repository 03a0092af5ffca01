import type { SentimentLabel } from '@/lib/annotations/find-feedback-detail';
import { notFound } from '@/lib/core/errors';
import { type Db, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { Channel } from '@/lib/feedback/schema';

export type ConversationSide = 'customer' | 'staff' | 'unknown';

/** What somebody said in a conversation, with the beginning of its text. Only customers' words are feedback and have a sentiment. */
export interface SaidRow {
  id: string;
  side: ConversationSide;
  excerpt: string;
  language: string | null;
  occurredAt: Date;
  /** Into the call; null where its transcript has no times. */
  seconds: number | null;
  sentimentLabel: SentimentLabel | null;
  /** The person, or what tells them apart from others in the conversation; null where nothing does. */
  speaker: string | null;
}

/** Somebody who speaks in a conversation. */
export interface ConversationSpeaker {
  side: ConversationSide;
  /** What tells them apart, such as "Staff 1"; null for words of nobody named. */
  label: string | null;
  /** The person, where they are known. */
  name: string | null;
  said: number;
}

export interface ConversationDetail {
  id: string;
  channel: Channel;
  subject: string | null;
  startedAt: Date;
  sourceName: string;
  account: { id: string; name: string } | null;
  speakers: ConversationSpeaker[];
}

/** All that was said in a conversation: statements of customers, and what others said. */
const saidIn = (workspaceId: string, conversationId: string) => Prisma.sql`
  SELECT f.id, 'customer' AS side, f.text, f.language, f.occurred_at, f.sentiment_label::text AS sentiment_label,
    f.custom ->> 'speaker' AS label, f.custom ->> 'secondsIntoCall' AS seconds, f.contact_id
  FROM feedback f
  WHERE f.workspace_id = ${workspaceId}::uuid AND f.conversation_id = ${conversationId}::uuid
  UNION ALL
  SELECT t.id, t.side::text, t.text, NULL, t.occurred_at, NULL, t.speaker, t.custom ->> 'secondsIntoCall', t.contact_id
  FROM conversation_turns t
  WHERE t.workspace_id = ${workspaceId}::uuid AND t.conversation_id = ${conversationId}::uuid`;

/** What was said in a conversation, in order; `skip` and `take` cut a page out of it. */
export async function findSaid(
  db: Db,
  { workspaceId, conversationId }: { workspaceId: string; conversationId: string },
  { skip = 0, take }: { skip?: number; take: number },
): Promise<SaidRow[]> {
  return db.$queryRaw<SaidRow[]>`
    SELECT s.id, s.side, left(s.text, 400) AS excerpt, s.language, s.occurred_at AS "occurredAt",
      CASE WHEN s.seconds ~ '^[0-9]{1,6}$' THEN s.seconds::int END AS seconds,
      s.sentiment_label AS "sentimentLabel", coalesce(p.name, p.email, p.phone, s.label) AS speaker
    FROM (${saidIn(workspaceId, conversationId)}) s
      LEFT JOIN contacts p ON p.workspace_id = ${workspaceId}::uuid AND p.id = s.contact_id
    ORDER BY s.occurred_at, s.id LIMIT ${take} OFFSET ${skip}`;
}

/** A conversation with those who speak in it, customers first. @throws ExpectedError 'not_found' */
export async function getConversation(scope: Scope, conversationId: string): Promise<ConversationDetail> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const row = await db.conversation.findFirst({
      where: { workspaceId, id: conversationId },
      include: {
        source: { select: { name: true } },
        account: { select: { id: true, name: true } },
      },
    });
    if (!row) throw notFound('conversation');
    const speakers = await db.$queryRaw<ConversationSpeaker[]>`
      SELECT s.side, s.label, max(coalesce(p.name, p.email, p.phone)) AS name, count(*)::int AS said
      FROM (${saidIn(workspaceId, conversationId)}) s
        LEFT JOIN contacts p ON p.workspace_id = ${workspaceId}::uuid AND p.id = s.contact_id
      GROUP BY s.side, s.label ORDER BY s.side, s.label NULLS LAST`;
    const { id, channel, subject, startedAt, source, account } = row;
    return { id, channel, subject, startedAt, sourceName: source.name, account, speakers };
  });
}

/** A page of what was said in a conversation, in order. */
export async function findConversationPage(
  scope: Scope,
  conversationId: string,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<SaidRow[]> {
  const { workspaceId } = scope;
  return scope.run((db) =>
    findSaid(db, { workspaceId, conversationId }, { skip: (page - 1) * pageSize, take: pageSize }),
  );
}
