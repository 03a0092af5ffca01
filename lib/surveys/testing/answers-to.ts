import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { countScores } from '@/lib/responses/count-scores';
import type { AnswersInput } from '@/lib/surveys/save-answers';

/** What somebody nobody knows sends of a new response: a 9, on the page. */
export const answersTo = (surveyId: string, fields: Partial<AnswersInput> = {}): AnswersInput => ({
  surveyId,
  responseId: newId(),
  answers: { nps: 9 },
  revision: null,
  isDone: false,
  channel: 'page',
  language: null,
  elapsedMs: null,
  trap: '',
  person: null,
  ...fields,
});

/** How often each score of NPS counts. */
export const scoresOf = async (scope: Scope, survey: string) =>
  Object.fromEntries(await countScores(scope, { metric: 'nps', survey }));
/** The statements of a workspace. */
export const textsOf = (scope: Scope) =>
  scope.run((db) =>
    db.feedback.findMany({
      where: { workspaceId: scope.workspaceId },
      select: { text: true, contactId: true, accountId: true, channel: true, responseId: true },
    }),
  );
