import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { redactFeedback } from '@/lib/feedback/record-feedback';
import type { FeedbackInput } from '@/lib/feedback/schema';

/** What somebody who is no customer said in a conversation. */
export interface TurnInput extends Pick<FeedbackInput, 'sourceId' | 'channel' | 'text' | 'occurredAt'> {
  conversationId: string;
  /** As feedback of it would have: unique within the source. */
  externalId: string;
  side: 'staff' | 'unknown';
  /** Tells them apart from the others: "Staff 1". */
  speaker: string | null;
  custom: Record<string, string>;
}

/**
 * Keeps what others than customers said, redacted as feedback is and never scored, so that nothing is lost where somebody was taken
 * for staff by mistake. One that is there already stays as it is, and so does one that a person has made feedback of.
 */
export async function recordTurns(scope: Scope, inputs: readonly TurnInput[]): Promise<void> {
  if (inputs.length === 0) return;
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const said = await db.feedback.findMany({
      where: {
        ...{ workspaceId, sourceId: { in: [...new Set(inputs.map(({ sourceId }) => sourceId))] } },
        externalId: { in: inputs.map(({ externalId }) => externalId) },
      },
      select: { externalId: true },
    });
    const isSaid = new Set(said.map(({ externalId }) => externalId));
    const turns = inputs.filter(({ externalId }) => !isSaid.has(externalId));
    const redacted = await redactFeedback(
      inner,
      turns.map(({ side: _, speaker: __, ...statement }) => statement),
    );
    await db.conversationTurn.createMany({
      data: turns.map(({ conversationId, externalId, side, speaker, occurredAt }, at) => ({
        ...{ workspaceId, id: newId(), conversationId, externalId, side, speaker, occurredAt },
        text: redacted[at]?.row.text ?? '',
        redactions: redacted[at]?.row.redactions ?? [],
        custom: redacted[at]?.row.custom ?? {},
      })),
      skipDuplicates: true,
    });
  });
}

/** Of keys of statements those that a person has said to be no customer's. */
export async function findTurnKeys(scope: Scope, conversationIds: readonly string[]): Promise<Set<string>> {
  const rows = await scope.run((db) =>
    db.conversationTurn.findMany({
      where: { workspaceId: scope.workspaceId, conversationId: { in: [...conversationIds] } },
      select: { externalId: true },
    }),
  );
  return new Set(rows.map(({ externalId }) => externalId));
}
