import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { withdrawFeedback } from '@/lib/feedback/replace-feedback';
import { findSavedResponse } from '@/lib/surveys/find-saved-response';
import type { SuspectReason } from '@/lib/surveys/suspicion';

/**
 * Makes a response suspect that was not so far: what was answered is taken out of scores and themes and held beside it. A form
 * is saved while it is filled in, so what only its end tells must count for all of it.
 */
export async function suspendResponse(
  scope: Scope,
  { id, surveyId, sourceId }: { id: string; surveyId: string; sourceId: string },
  suspectReason: SuspectReason,
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const saved = await findSavedResponse(inner, { surveyId, responseId: id });
    const heldAnswers: Prisma.InputJsonObject = { ...saved?.answers };
    for (const key of Object.keys(heldAnswers)) {
      await withdrawFeedback(inner, { sourceId, externalId: `${id}:${key}` });
    }
    await db.answer.deleteMany({ where: { workspaceId, responseId: id } });
    await db.response.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { suspectReason, heldAnswers },
    });
  });
}
