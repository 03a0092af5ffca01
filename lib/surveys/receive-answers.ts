import { resolveIdentity } from '@/lib/surveys/identity';
import { findPlainSurvey } from '@/lib/surveys/plain-survey';
import { saveAnswers } from '@/lib/surveys/save-answers';
import { savePlainAnswers } from '@/lib/surveys/save-plain-answers';
import { type AnswersRequest, getSiteSurvey } from '@/lib/surveys/widget-requests';

/**
 * Takes what a page's script sends of a response. Scores of nobody known, which are most, are written many at once; all
 * others one by one.
 * @returns 'stale' where a later save came first.
 * @throws ExpectedError as `saveAnswers` does.
 */
export async function receiveAnswers(site: string, request: AnswersRequest): Promise<'saved' | 'stale'> {
  const now = new Date();
  const plain = request.token ? null : await findPlainSurvey(site, request.survey, now.getTime());
  if (plain && (await savePlainAnswers(plain, request, now))) return 'saved';
  const { survey, token, ...saving } = request;
  const { scope, surveyId } = await getSiteSurvey(site, survey);
  return saveAnswers(
    scope,
    {
      ...saving,
      surveyId,
      person: await resolveIdentity(scope, token),
      trap: '',
    },
    now,
  );
}
