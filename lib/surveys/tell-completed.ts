import type { Scope } from '@/lib/db/scope';
import { emitEvents, isListenedTo } from '@/lib/outbound/webhooks/emit-events';
import type { AskedSurvey } from '@/lib/surveys/asked-survey';

/** Tells other systems that somebody finished a survey: the scores, and who by their ids. Texts become feedback. */
export async function tellCompleted(
  scope: Scope,
  survey: Pick<AskedSurvey, 'id' | 'name'>,
  responseId: string,
): Promise<void> {
  if (!(await isListenedTo(scope, 'response.completed'))) return;
  const { workspaceId } = scope;
  const response = await scope.run((db) =>
    db.response.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId, id: responseId } },
      select: {
        ...{ channel: true, language: true, completedAt: true, accountId: true, contactId: true },
        answers: { where: { metric: { not: null } }, select: { metric: true, score: true } },
      },
    }),
  );
  const { answers, completedAt, ...rest } = response;
  const data = {
    survey: { id: survey.id, name: survey.name },
    response: { id: responseId, ...rest, completedAt: completedAt?.toISOString() ?? null, scores: answers },
  };
  await emitEvents(scope, 'response.completed', [{ data, path: `/surveys/${survey.id}/responses` }]);
}
