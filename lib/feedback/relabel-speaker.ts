import { recordAudit } from '@/lib/audit/record';
import { conflict, notFound } from '@/lib/core/errors';
import type { Db, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { hashStoredText } from '@/lib/feedback/open-redactor';
import { type RedactedStatement, storeFeedback } from '@/lib/feedback/record-feedback';
import type { Relabelling } from '@/lib/feedback/relabel-schema';
import { retryCollisions } from '@/lib/http/retry-collisions';
import { enqueue } from '@/lib/jobs/queue';

/** What a speaker's words became. */
export interface Relabelled {
  /** How they are told apart from now on. */
  speaker: string;
  moved: number;
}

/**
 * Says on which side of a stored conversation somebody stands. Words of a customer are feedback and are read by the engine; those of
 * staff are kept beside it, with the same ids, so that it may be said otherwise at any time and nothing has to be imported again. What
 * was found in words that are no customer's goes.
 * @throws ExpectedError 'not_found' for an unknown conversation or speaker, 'conflict' where nobody would be the customer.
 */
export async function relabelSpeaker(scope: Scope, relabelling: Relabelling): Promise<Relabelled> {
  // The engine may be reading these statements at this moment.
  return retryCollisions(() => relabel(scope, relabelling));
}

async function relabel(scope: Scope, { conversationId, speaker, side }: Relabelling): Promise<Relabelled> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    await db.$queryRaw`SELECT id FROM conversations
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${conversationId}::uuid FOR UPDATE`;
    const conversation = await db.conversation.findFirst({ where: { workspaceId, id: conversationId } });
    if (!conversation) throw notFound('conversation');
    const moved =
      side === 'customer'
        ? await makeCustomer(inner, conversation, speaker)
        : await makeStaff(inner, conversationId, speaker);
    await recordAudit(inner, {
      action: 'transcript.speaker_relabelled',
      subjectKind: 'conversation',
      subjectId: conversationId,
      details: { side, statements: moved.moved },
    });
    return moved;
  });
}

interface Conversation {
  id: string;
  sourceId: string;
  channel: Prisma.ConversationGetPayload<object>['channel'];
  accountId: string | null;
}

async function makeCustomer(
  scope: Scope,
  conversation: Conversation,
  speaker: string | null,
): Promise<Relabelled> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const where = { workspaceId, conversationId: conversation.id, speaker };
    const turns = await db.conversationTurn.findMany({ where, orderBy: { occurredAt: 'asc' } });
    if (turns.length === 0) throw notFound('speaker among those who are no customers');
    const label = await findLabel(db, where, 'Customer');
    const accountOf = await findAccounts(
      db,
      workspaceId,
      turns.flatMap(({ contactId }) => contactId ?? []),
    );
    await db.conversationTurn.deleteMany({ where });
    await storeFeedback(
      inner,
      turns.map(({ id, externalId, contactId, text, redactions, custom, occurredAt }) => {
        const shared = { externalId, channel: conversation.channel, text, occurredAt };
        return {
          input: { ...shared, sourceId: conversation.sourceId },
          row: {
            ...{
              id,
              source_id: conversation.sourceId,
              external_id: externalId,
              channel: conversation.channel,
            },
            ...{ conversation_id: conversation.id, response_id: undefined, import_id: undefined },
            account_id: conversation.accountId ?? accountOf.get(contactId ?? '') ?? undefined,
            contact_id: contactId ?? undefined,
            ...{ title: undefined, url: undefined, text, text_hash: hashStoredText(text) },
            redactions: redactions as RedactedStatement['row']['redactions'],
            custom: { ...(custom as Record<string, string>), speaker: label },
            occurred_at: occurredAt,
          },
        };
      }),
    );
    return { speaker: label, moved: turns.length };
  });
}

async function makeStaff(scope: Scope, conversationId: string, speaker: string | null): Promise<Relabelled> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    await db.$queryRaw`SELECT id FROM feedback
      WHERE workspace_id = ${workspaceId}::uuid AND conversation_id = ${conversationId}::uuid ORDER BY id FOR UPDATE`;
    const all = await db.feedback.findMany({ where: { workspaceId, conversationId } });
    const speakerOf = ({ custom }: (typeof all)[number]) =>
      (custom as Record<string, string>).speaker ?? null;
    const own = all.filter((statement) => speakerOf(statement) === speaker);
    const label = await findLabel(db, { workspaceId, conversationId }, 'Staff');
    if (own.length === 0) {
      const { count } = await db.conversationTurn.updateMany({
        where: { workspaceId, conversationId, speaker, side: 'unknown' },
        data: { side: 'staff', speaker: label },
      });
      if (count === 0) throw notFound('speaker among those who are no staff');
      return { speaker: label, moved: count };
    }
    if (own.length === all.length) {
      throw conflict('Nobody else in it is a customer. Say first who is.');
    }
    await db.conversationTurn.createMany({
      data: own.map(({ id, externalId, contactId, text, redactions, custom, occurredAt }) => {
        const { speaker: _, ...more } = custom as Record<string, string>;
        return {
          ...{ workspaceId, id, conversationId, externalId, contactId, text, occurredAt },
          ...{ side: 'staff' as const, speaker: label, custom: more },
          redactions: redactions as Prisma.InputJsonValue,
        };
      }),
    });
    await db.feedback.deleteMany({ where: { workspaceId, id: { in: own.map(({ id }) => id) } } });
    await enqueue(inner, 'issues.rank', {});
    return { speaker: label, moved: own.length };
  });
}

/** "Customer 2": the first such name that nobody in the conversation has. */
async function findLabel(
  db: Db,
  { workspaceId, conversationId }: { workspaceId: string; conversationId: string },
  word: 'Customer' | 'Staff',
): Promise<string> {
  const rows = await db.$queryRaw<{ speaker: string | null }[]>`
    SELECT DISTINCT custom ->> 'speaker' AS speaker FROM feedback
    WHERE workspace_id = ${workspaceId}::uuid AND conversation_id = ${conversationId}::uuid
    UNION SELECT DISTINCT speaker FROM conversation_turns
    WHERE workspace_id = ${workspaceId}::uuid AND conversation_id = ${conversationId}::uuid`;
  const taken = new Set(rows.map(({ speaker }) => speaker));
  let number = 1;
  while (taken.has(`${word} ${number}`)) number++;
  return `${word} ${number}`;
}

/** Where people work, as it is known last: of a conversation in which several companies speak. */
async function findAccounts(
  db: Db,
  workspaceId: string,
  contactIds: readonly string[],
): Promise<Map<string, string>> {
  if (contactIds.length === 0) return new Map();
  const rows = await db.$queryRaw<{ contactId: string; accountId: string }[]>`
    SELECT DISTINCT ON (contact_id) contact_id AS "contactId", account_id AS "accountId" FROM employments
    WHERE workspace_id = ${workspaceId}::uuid AND contact_id = ANY(${contactIds}::uuid[])
    ORDER BY contact_id, ended_at DESC NULLS FIRST, started_at DESC NULLS LAST, id DESC`;
  return new Map(rows.map(({ contactId, accountId }) => [contactId, accountId]));
}
