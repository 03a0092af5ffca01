import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { openRedactor } from '@/lib/feedback/open-redactor';
import type { Channel } from '@/lib/feedback/schema';

/** A call or chat: the parent of its customer's statements. */
export interface ConversationInput {
  sourceId: string;
  /** The source's own key: the same key again adds nothing. */
  externalId: string;
  channel: Channel;
  subject?: string | undefined;
  accountId?: string | undefined;
  contactId?: string | undefined;
  startedAt: Date;
}

/**
 * Writes conversations, their subjects redacted. One whose (source, external id) is there already is left as it is.
 * @returns the ids of all of them by external id, of one source.
 */
export async function recordConversations(
  scope: Scope,
  sourceId: string,
  inputs: readonly Omit<ConversationInput, 'sourceId'>[],
): Promise<Map<string, string>> {
  if (inputs.length === 0) return new Map();
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const redactor = await openRedactor(inner, {
      texts: inputs.flatMap(({ subject }) => subject ?? []),
      contactIds: inputs.flatMap(({ contactId }) => contactId ?? []),
    });
    await db.conversation.createMany({
      data: inputs.map(({ subject, ...input }) => ({
        ...input,
        workspaceId,
        sourceId,
        id: newId(),
        accountId: input.accountId ?? null,
        contactId: input.contactId ?? null,
        subject: subject === undefined ? null : redactor.redact(subject).text,
      })),
      skipDuplicates: true,
    });
    const rows = await db.conversation.findMany({
      where: { workspaceId, sourceId, externalId: { in: inputs.map(({ externalId }) => externalId) } },
      select: { id: true, externalId: true },
    });
    return new Map(rows.map(({ id, externalId }) => [externalId, id]));
  });
}
