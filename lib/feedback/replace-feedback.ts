import type { Scope } from '@/lib/db/scope';
import { hintLanguage } from '@/lib/feedback/hint-language';
import { hashStoredText, openRedactor } from '@/lib/feedback/open-redactor';
import { recordFeedback } from '@/lib/feedback/record-feedback';
import type { FeedbackInput } from '@/lib/feedback/schema';

/**
 * Writes a statement in place of the one with the same (source, external id), for its author may still change it. An equal
 * one is left as it is; another is forgotten with all that was found in it, and the new one is read as a new one.
 */
export async function replaceFeedback(scope: Scope, input: FeedbackInput): Promise<void> {
  const { workspaceId } = scope;
  const { sourceId, externalId, contactId } = input;
  await scope.run(async (db, inner) => {
    const where = { workspaceId, sourceId, externalId };
    const stored = await db.feedback.findFirst({ where, select: { textHash: true } });
    if (stored) {
      const contactIds = contactId ? [contactId] : [];
      const redactor = await openRedactor(inner, { texts: [input.text], contactIds });
      if (
        hashStoredText(redactor.redact(input.text, hintLanguage(input.custom ?? {})).text) === stored.textHash
      )
        return;
      await db.feedback.deleteMany({ where });
    }
    await recordFeedback(inner, [input]);
  });
}

/** Forgets a statement that its author took back. @returns how many are gone: one, or none. */
export async function withdrawFeedback(
  scope: Scope,
  { sourceId, externalId }: Pick<FeedbackInput, 'sourceId' | 'externalId'>,
): Promise<number> {
  const { workspaceId } = scope;
  const { count } = await scope.run((db) =>
    db.feedback.deleteMany({ where: { workspaceId, sourceId, externalId } }),
  );
  return count;
}

/**
 * Forgets a conversation that its source does not hold any more, with all that was said in it and found in that. Scores that it was
 * given stay: they are answers of their own.
 * @returns how many statements are gone.
 */
export async function withdrawConversation(
  scope: Scope,
  { sourceId, externalId }: { sourceId: string; externalId: string },
): Promise<number> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const where = { workspaceId, sourceId, externalId };
    const conversation = await db.conversation.findFirst({ where, select: { id: true } });
    if (!conversation) return 0;
    const { count } = await db.feedback.deleteMany({
      where: { workspaceId, conversationId: conversation.id },
    });
    await db.conversation.deleteMany({ where });
    return count;
  });
}
