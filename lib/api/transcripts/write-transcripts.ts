import { ensurePeople } from '@/lib/accounts/ensure-people';
import type { PlacedItem } from '@/lib/api/batch-operation';
import { type ItemOutcome, refuse } from '@/lib/api/item-outcome';
import type { ReadTranscript, TranscriptItem } from '@/lib/api/transcripts/read-transcript';
import type { Scope } from '@/lib/db/scope';
import { findTextConflicts } from '@/lib/feedback/find-text-conflicts';
import { recordConversations } from '@/lib/feedback/record-conversations';
import { recordFeedback } from '@/lib/feedback/record-feedback';
import { findTurnKeys, recordTurns, type TurnInput } from '@/lib/feedback/record-turns';
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
  const customers = items.map(({ read }) => [...read.customers]);
  const origins = items.flatMap(({ item: { account, contact } }, at) => [
    { account, contact },
    ...(customers[at] ?? []).map(([, { person }]) => ({ account, contact: person ?? undefined })),
  ]);
  const found = (await ensurePeople(scope, origins, null)).values();
  // In the order in which they were asked for: of each transcript what the sender says, then who speaks.
  const people = customers.map((own) => {
    const whole = found.next().value;
    const bySpeaker = new Map(own.map(([speaker]) => [speaker, found.next().value]));
    const accounts = new Set([...bySpeaker.values()].flatMap((one) => one?.accountId ?? []));
    const [only] = accounts.size === 1 ? accounts : [];
    return { accountId: whole?.accountId ?? only, contactId: whole?.contactId, bySpeaker };
  });
  const conversations = await recordConversations(
    scope,
    sourceId,
    items.map(({ item: { externalId, channel, subject }, read: { startedAt } }, at) => ({
      ...{ externalId, channel, subject, startedAt },
      ...{ accountId: people[at]?.accountId, contactId: people[at]?.contactId },
    })),
  );
  const statements = items.map(({ item, read }, at) =>
    read.statements.map((turn, number): FeedbackInput => {
      const { bySpeaker, accountId, contactId } = people[at] ?? {};
      const speaker = turn.speaker === null ? undefined : bySpeaker?.get(turn.speaker);
      return {
        sourceId,
        externalId: keyOf(item, number + 1),
        conversationId: conversations.get(item.externalId),
        channel: item.channel,
        text: turn.text,
        occurredAt: turn.at ?? read.startedAt,
        accountId: speaker?.accountId ?? accountId,
        contactId: speaker?.contactId ?? (isNameless(read) ? contactId : undefined),
        custom: placeOf(turn, read),
      };
    }),
  );
  // Whom a person has said to be no customer stays none when the same transcript comes again.
  const moved = await findTurnKeys(scope, [...conversations.values()]);
  const said = statements.flat().filter(({ externalId }) => !moved.has(externalId));
  const added = new Set((await recordFeedback(scope, said)).keys());
  await recordTurns(scope, turnsOf(items, { sourceId, conversations }));
  const repeated = said.filter(({ externalId }) => !added.delete(externalId));
  const conflicts = await findTextConflicts(scope, repeated);
  const left = new Set(repeated);
  return items.map(({ index }, at): ItemOutcome => {
    const own = statements[at] ?? [];
    if (own.some((statement) => conflicts.has(statement))) {
      return refuse(
        index,
        'content',
        'It was sent before with other words; the earlier ones are kept. With ifStored replace they are taken back.',
      );
    }
    const isNew = own.some((statement) => !moved.has(statement.externalId) && !left.has(statement));
    return { index, kind: isNew ? 'added' : 'unchanged' };
  });
}

const keyOf = ({ externalId }: TranscriptItem, place: number | string) => `${externalId}/${place}`;

/** What others than customers said. Their keys are apart from those of statements, which are numbered by themselves. */
function turnsOf(
  items: readonly PlacedTranscript[],
  { sourceId, conversations }: { sourceId: string; conversations: ReadonlyMap<string, string> },
): TurnInput[] {
  return items.flatMap(({ item, read }) => {
    const conversationId = conversations.get(item.externalId);
    if (conversationId === undefined) return [];
    return read.others.map(
      ({ turn, place, side, label }): TurnInput => ({
        ...{ sourceId, conversationId, side, speaker: label, channel: item.channel, text: turn.text },
        externalId: keyOf(item, `turn-${place}`),
        occurredAt: turn.at ?? read.startedAt,
        custom: secondsOf(turn),
      }),
    );
  });
}

/** Without anybody named it is all said by the contact that is given. */
const isNameless = ({ customers }: ReadTranscript) => customers.size === 0;

/** Which of the customers said it and when in the call, beside the text. */
function placeOf(turn: Turn, { customers }: ReadTranscript): Record<string, string> {
  const label = turn.speaker === null ? undefined : customers.get(turn.speaker)?.label;
  return { ...(label === undefined ? {} : { speaker: label }), ...secondsOf(turn) };
}

const secondsOf = ({ startMs }: Turn): Record<string, string> =>
  startMs === null ? {} : { secondsIntoCall: String(Math.round(startMs / 1000)) };
