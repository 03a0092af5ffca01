import type { Scope } from '@/lib/db/scope';
import { resolveIdentity } from '@/lib/surveys/identity';
import { findPlainSurvey } from '@/lib/surveys/plain-survey';
import { whenGiven } from '@/lib/surveys/response-times';
import { saveAnswers } from '@/lib/surveys/save-answers';
import { savePlainAnswers } from '@/lib/surveys/save-plain-answers';
import { vouchedAt } from '@/lib/surveys/whose-response';
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
      person: await resolveIdentity(scope, token, await findShownAt(scope, { surveyId, ...request }, now)),
    },
    now,
  );
}

/**
 * When we have seen that a survey was shown to somebody known, as far back as its answers may lead; now, where nothing was. A token that was good
 * then names who answers, though it has expired in an open box or in a browser without a network.
 */
async function findShownAt(
  scope: Scope,
  {
    surveyId,
    responseId,
    token,
  }: { surveyId: string; responseId: string; token?: string | null | undefined },
  now: Date,
): Promise<Date> {
  if (!token) return now;
  const where = { workspaceId: scope.workspaceId, id: responseId, surveyId, contactId: { not: null } };
  const [shown, begun] = await scope.run(async (db) => [
    await db.impression.findFirst({ where, select: { shownAt: true } }),
    await db.response.findFirst({ where, select: { contactId: true, startedAt: true } }),
  ]);
  const waitedMs = shown && now.getTime() - shown.shownAt.getTime();
  return vouchedAt(begun, whenGiven({ waitedMs, notBefore: [] }, now), now);
}
