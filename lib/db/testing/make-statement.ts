import { newId, sha256 } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';

type Label = 'negative' | 'neutral' | 'positive';
type Kind = 'problem' | 'request' | 'praise' | 'question' | 'statement' | 'no_content';

interface StatementInput {
  sourceId: string;
  text?: string;
  title?: string;
  /** ISO date or moment. */
  at?: string;
  channel?: 'survey' | 'ticket' | 'review' | 'call' | 'chat' | 'email' | 'social' | 'other';
  language?: string;
  sentiment?: Label | null;
  kind?: Kind;
  accountId?: string;
  contactId?: string;
  conversationId?: string;
  responseId?: string;
  /** Spans from left to right, each as long as its words, with the themes on it. */
  spans?: { text: string; sentiment?: Label; kind?: Kind; themeIds?: string[] }[];
}

/** A statement as the engine would leave it; the text is that of its spans unless given. */
export async function makeStatement(
  scope: Scope,
  input: StatementInput,
): Promise<{ id: string; spanIds: string[] }> {
  const { workspaceId } = scope;
  const id = newId();
  const spans = input.spans ?? [{ text: input.text ?? 'Something was said.' }];
  const text = input.text ?? spans.map((span) => span.text).join(' ');
  const { sentiment = 'neutral', kind = 'statement' } = input;
  const spanIds: string[] = [];
  await scope.run(async (db) => {
    await db.feedback.create({
      data: {
        workspaceId,
        id,
        sourceId: input.sourceId,
        externalId: id,
        channel: input.channel ?? 'survey',
        title: input.title ?? null,
        text,
        textHash: sha256(text),
        accountId: input.accountId ?? null,
        contactId: input.contactId ?? null,
        conversationId: input.conversationId ?? null,
        responseId: input.responseId ?? null,
        occurredAt: new Date(input.at ?? '2026-06-15T12:00:00Z'),
        ...(sentiment === null
          ? {}
          : {
              annotatedAt: new Date('2026-07-01T00:00:00Z'),
              language: input.language ?? 'en',
              sentimentLabel: sentiment,
              sentimentScore: { negative: -0.5, neutral: 0, positive: 0.5 }[sentiment],
              sentimentConfidence: 0.8,
              kind,
            }),
      },
    });
    let start = 0;
    for (const span of sentiment === null ? [] : spans) {
      const spanId = newId();
      spanIds.push(spanId);
      await db.span.create({
        data: {
          workspaceId,
          id: spanId,
          feedbackId: id,
          start,
          end: start + span.text.length,
          sentimentLabel: span.sentiment ?? sentiment,
          kind: span.kind ?? kind,
        },
      });
      for (const themeId of span.themeIds ?? []) {
        await db.themeAssignment.create({
          data: {
            workspaceId,
            id: newId(),
            themeId,
            feedbackId: id,
            spanId,
            confidence: 0.7,
            maker: 'engine',
          },
        });
      }
      start += span.text.length + 1;
    }
  });
  return { id, spanIds };
}

/** A theme, perhaps merged into another. */
export async function makeTheme(
  scope: Scope,
  name: string,
  { key, mergedIntoId, parentId }: { key?: string; mergedIntoId?: string; parentId?: string } = {},
): Promise<string> {
  const id = newId();
  await scope.run((db) =>
    db.theme.create({
      data: {
        workspaceId: scope.workspaceId,
        id,
        name,
        key: key ?? null,
        mergedIntoId: mergedIntoId ?? null,
        parentId: parentId ?? null,
        keywords: [],
      },
    }),
  );
  return id;
}

/** An account. */
export async function makeAccount(
  scope: Scope,
  { name = 'Acme', plan = null as string | null, segment = null as string | null } = {},
): Promise<string> {
  const id = newId();
  await scope.run((db) =>
    db.account.create({ data: { workspaceId: scope.workspaceId, id, name, plan, segment } }),
  );
  return id;
}

/** A person. */
export async function makeContact(scope: Scope, name = 'Pat'): Promise<string> {
  const id = newId();
  await scope.run((db) => db.contact.create({ data: { workspaceId: scope.workspaceId, id, name } }));
  return id;
}

/** An answer that is a score, with the response it belongs to. */
export async function makeAnswer(
  scope: Scope,
  input: {
    sourceId: string;
    score: number;
    metric?: 'nps' | 'csat' | 'ces' | 'rating';
    at?: string;
    contactId?: string;
    accountId?: string;
  },
): Promise<{ id: string; responseId: string }> {
  const { workspaceId } = scope;
  const [id, responseId] = [newId(), newId()];
  const at = new Date(input.at ?? '2026-06-15T12:00:00Z');
  await scope.run(async (db) => {
    await db.response.create({
      data: {
        workspaceId,
        id: responseId,
        sourceId: input.sourceId,
        externalId: responseId,
        contactId: input.contactId ?? null,
        accountId: input.accountId ?? null,
        submittedAt: at,
      },
    });
    await db.answer.create({
      data: {
        workspaceId,
        id,
        responseId,
        metric: input.metric ?? 'nps',
        score: input.score,
        answeredAt: at,
      },
    });
  });
  return { id, responseId };
}
