import { expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { findQuestionResults } from '@/lib/surveys/find-results';
import { findSavedResponse } from '@/lib/surveys/find-saved-response';
import { findSurveyResponses } from '@/lib/surveys/find-survey-responses';
import { getSurvey } from '@/lib/surveys/get-survey';
import { receiveAnswers } from '@/lib/surveys/receive-answers';
import { findSiteKey } from '@/lib/surveys/site-key';
import { makeQuestion, makeTemplate } from '@/lib/surveys/templates';
import { scoresOf, textsOf } from '@/lib/surveys/testing/answers-to';
import { makeSurvey } from '@/lib/surveys/testing/make-survey';
import { answersRequestSchema } from '@/lib/surveys/widget-requests';

/** NPS; who gives at most 6 is asked why and how easy it was. */
async function makeSite() {
  const scope = await makeWorkspace();
  const low = { question: 'nps', from: 0, to: 6, anyOf: [] };
  const questions = [
    makeQuestion({ key: 'nps', kind: 'nps', text: 'Recommend?', isRequired: true }),
    { ...makeQuestion({ key: 'ease', kind: 'ces', text: 'Easy?' }), showIf: low },
    { ...makeQuestion({ key: 'why', kind: 'long_text', text: 'Why?' }), showIf: low },
  ];
  const surveyId = await makeSurvey(scope, { definition: { ...makeTemplate('nps'), questions } });
  const survey = (await getSurvey(scope, surveyId)).publicKey;
  const site = (await findSiteKey(scope)) ?? '';
  const responseId = newId();
  let revision = 0;
  const send = (answers: Record<string, unknown>, isDone = false, id = responseId) =>
    receiveAnswers(
      site,
      answersRequestSchema.parse({
        ...{ survey, responseId: id, revision: ++revision, answers, isDone },
        ...{ elapsedMs: 5000, channel: 'popover' },
      }),
    );
  const counted = async () => [...(await findQuestionResults(scope, surveyId, {})).keys()].sort();
  const saved = async () => (await findSavedResponse(scope, { surveyId, responseId }))?.answers;
  return { scope, surveyId, send, counted, saved };
}

it('counts only what the answers lead to, keeps the rest, and counts it again on the way back', async () => {
  const { scope, surveyId, send, counted, saved } = await makeSite();
  await send({ nps: 3 });
  await send({ ease: 2 });
  await send({ why: 'Slow exports.' });
  expect(await counted()).toEqual(['ease', 'nps', 'why']);
  await send({ nps: 9 }, true);
  expect(await counted()).toEqual(['nps']);
  expect(await scoresOf(scope, surveyId)).toEqual({ 9: 1 });
  expect(await textsOf(scope)).toEqual([]);
  expect(await saved()).toEqual({ nps: 9, ease: 2, why: 'Slow exports.' });
  const { rows } = await findSurveyResponses(scope, surveyId, {}, null);
  expect(rows).toMatchObject([{ answers: { nps: 9 }, setAside: { ease: 2, why: 'Slow exports.' } }]);
  await send({ nps: 4, ease: 5 }, true);
  expect(await counted()).toEqual(['ease', 'nps', 'why']);
  expect(await saved()).toEqual({ nps: 4, ease: 5, why: 'Slow exports.' });
  expect(await textsOf(scope)).toMatchObject([{ text: 'Slow exports.' }]);
});

it('does not count what a page says beyond the way, though it comes with a crowd', async () => {
  const { send, counted } = await makeSite();
  await Promise.all([send({ nps: 10, ease: 1 }, true), send({ nps: 8 }, true, newId())]);
  expect(await counted()).toEqual(['nps']);
});
