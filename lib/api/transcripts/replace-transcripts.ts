import type { ItemOutcome } from '@/lib/api/item-outcome';
import type { ReadTranscript } from '@/lib/api/transcripts/read-transcript';
import { forgetTranscript } from '@/lib/api/transcripts/undo-transcript';
import { type PlacedTranscript, writeTranscripts } from '@/lib/api/transcripts/write-transcripts';
import type { Scope } from '@/lib/db/scope';
import type { Turn } from '@/lib/ingest/transcripts/transcript';

/**
 * Writes transcripts; of those that are to be replaced, what is stored with other sides or people is taken back first: what staff
 * said is no feedback, so there is nothing to be re-labelled but the whole. One that is stored as it is read stays.
 */
export async function writeOrReplace(
  scope: Scope,
  items: readonly PlacedTranscript[],
  { sourceId }: { sourceId: string },
): Promise<ItemOutcome[]> {
  const outcomes = await writeTranscripts(scope, items, { sourceId });
  const others: PlacedTranscript[] = [];
  for (const placed of items) {
    if (placed.item.ifStored !== 'replace') continue;
    const outcome = outcomes.find(({ index }) => index === placed.index);
    const id = await findStored(scope, { sourceId, externalId: placed.item.externalId });
    if (!id) continue;
    const isOther = outcome?.kind === 'refused' || (await isStoredOtherwise(scope, id, placed.read));
    if (!isOther) continue;
    await forgetTranscript(scope, id);
    others.push(placed);
  }
  if (others.length === 0) return outcomes;
  const rewritten = new Map(
    (await writeTranscripts(scope, others, { sourceId })).map((outcome) => [outcome.index, outcome]),
  );
  return outcomes.map((outcome) => rewritten.get(outcome.index) ?? outcome);
}

const findStored = async (scope: Scope, { sourceId, externalId }: { sourceId: string; externalId: string }) =>
  (
    await scope.run((db) =>
      db.conversation.findFirst({
        where: { workspaceId: scope.workspaceId, sourceId, externalId },
        select: { id: true },
      }),
    )
  )?.id;

/** Whether a conversation holds other statements than a transcript has, or those of somebody else. */
async function isStoredOtherwise(scope: Scope, conversationId: string, read: ReadTranscript) {
  const where = { workspaceId: scope.workspaceId, conversationId };
  const count = await scope.run((db) => db.feedback.count({ where }));
  return (
    count !== read.statements.length || (await countNobodys(scope, conversationId)) !== countUnnamed(read)
  );
}

/** Statements of a conversation of whom nobody knows who said them. */
export const countNobodys = (scope: Scope, conversationId: string) =>
  scope.run((db) =>
    db.feedback.count({ where: { workspaceId: scope.workspaceId, conversationId, contactId: null } }),
  );

/** Statements of a transcript of whose speakers nobody is known. */
export const countUnnamed = (read: ReadTranscript) =>
  read.statements.filter((statement) => !isSomebodys(statement, read)).length;

const isSomebodys = ({ speaker }: Turn, { customers }: ReadTranscript) =>
  speaker !== null && Boolean(customers.get(speaker)?.person);
