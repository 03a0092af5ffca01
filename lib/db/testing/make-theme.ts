import { newId, sha256 } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';

/** A theme that the engine would have found. */
export async function makeTheme(scope: Scope, name: string, key = name): Promise<string> {
  const { workspaceId } = scope;
  const id = newId();
  await scope.run((db) => db.theme.create({ data: { workspaceId, id, key, name, keywords: [name] } }));
  return id;
}

export interface CommentInput {
  text?: string;
  /** Themes of its one span, each with the confidence given. */
  themeIds?: string[];
  confidence?: number;
  sentiment?: 'negative' | 'neutral' | 'positive';
  kind?: 'problem' | 'request' | 'praise' | 'question' | 'statement' | 'no_content';
  occurredAt?: string;
  accountId?: string;
  isRead?: boolean;
}

/** A comment as it is once the engine has read it, with one span over all of its text. */
export async function makeComment(scope: Scope, sourceId: string, input: CommentInput = {}): Promise<string> {
  const { workspaceId } = scope;
  const {
    text = 'Something a customer said',
    sentiment = 'negative',
    kind = 'problem',
    isRead = true,
  } = input;
  const [id, spanId] = [newId(), newId()];
  const found = isRead ? { sentimentLabel: sentiment, kind } : {};
  await scope.run(async (db) => {
    await db.feedback.create({
      data: {
        workspaceId,
        id,
        sourceId,
        externalId: id,
        channel: 'survey',
        text,
        textHash: sha256(text),
        accountId: input.accountId,
        occurredAt: new Date(input.occurredAt ?? '2026-03-15T12:00:00Z'),
        annotatedAt: isRead ? new Date() : null,
        ...found,
      },
    });
    if (!isRead) return;
    await db.span.create({
      data: { workspaceId, id: spanId, feedbackId: id, start: 0, end: text.length, ...found },
    });
    await db.themeAssignment.createMany({
      data: (input.themeIds ?? []).map((themeId) => ({
        workspaceId,
        id: newId(),
        themeId,
        feedbackId: id,
        spanId,
        confidence: input.confidence ?? 0.9,
        maker: 'engine',
      })),
    });
  });
  return id;
}
