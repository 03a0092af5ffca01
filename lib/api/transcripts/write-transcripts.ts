import { ensurePeople } from '@/lib/accounts/ensure-people';
import type { PlacedItem } from '@/lib/api/batch-operation';
import { type ItemOutcome, refuse } from '@/lib/api/item-outcome';
import type { ReadTranscript, TranscriptItem } from '@/lib/api/transcripts/read-transcript';
import type { Scope } from '@/lib/db/scope';
import { findTextConflicts } from '@/lib/feedback/find-text-conflicts';
import { recordConversations } from '@/lib/feedback/record-conversations';
import { recordFeedback } from '@/lib/feedback/record-feedback';
import type { FeedbackInput } from '@/lib/feedback/schema';
import type { Turn } from '@/lib/ingest/transcripts/transcript';

export interface PlacedTranscript extends PlacedItem<TranscriptItem> {
  read: ReadTranscript;
}

/** Writes conversations with what customers said in them, by the commands that imports use. */
export async function writeTranscripts(
  scope: Scope,
  items: readonly PlacedTranscript[],
  { sourceId }: { sourceId: string },
): Promise<ItemOutcome[]> {
  const people = await ensurePeople(
    scope,
    items.map(({ item }) => item),
    null,
  );
  const conversations = await recordConversations(
    scope,
    sourceId,
    items.map(({ item: { externalId, channel, subject, startedAt } }, at) => ({
      ...{ externalId, channel, subject, startedAt },
      ...people[at],
    })),
  );
  const statements = items.map(({ item, read }, at) =>
    read.statements.map(
      (turn, number): FeedbackInput => ({
        sourceId,
        externalId: `${item.externalId}/${number + 1}`,
        conversationId: conversations.get(item.externalId),
        channel: item.channel,
        text: turn.text,
        occurredAt: turn.at ?? new Date(item.startedAt.getTime() + (turn.startMs ?? 0)),
        accountId: people[at]?.accountId,
        contactId: hasOneCustomer(read) ? people[at]?.contactId : undefined,
        custom: placeOf(turn),
      }),
    ),
  );
  const added = new Set((await recordFeedback(scope, statements.flat())).keys());
  const repeated = statements.flat().filter(({ externalId }) => !added.delete(externalId));
  const conflicts = await findTextConflicts(scope, repeated);
  const left = new Set(repeated);
  return items.map(({ index }, at): ItemOutcome => {
    const own = statements[at] ?? [];
    if (own.some((statement) => conflicts.has(statement))) {
      return refuse(index, 'content', 'It was sent before with other words; the earlier ones are kept.');
    }
    return { index, kind: own.some((statement) => !left.has(statement)) ? 'added' : 'unchanged' };
  });
}

const hasOneCustomer = ({ statements }: ReadTranscript) =>
  new Set(statements.map(({ speaker }) => speaker)).size === 1;

/** Who said it and when in the call, beside the text. */
function placeOf({ speaker, startMs }: Turn): Record<string, string> {
  return {
    ...(speaker === null ? {} : { speaker: speaker.slice(0, 200) }),
    ...(startMs === null ? {} : { secondsIntoCall: String(Math.round(startMs / 1000)) }),
  };
}
