import type { Scope } from '@/lib/db/scope';
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
      if (hashStoredText(redactor.redact(input.text).text) === stored.textHash) return;
      await db.feedback.deleteMany({ where });
    }
    await recordFeedback(inner, [input]);
  });
}

/** Forgets a statement that its author took back. */
export async function withdrawFeedback(
  scope: Scope,
  { sourceId, externalId }: Pick<FeedbackInput, 'sourceId' | 'externalId'>,
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run((db) => db.feedback.deleteMany({ where: { workspaceId, sourceId, externalId } }));
}
