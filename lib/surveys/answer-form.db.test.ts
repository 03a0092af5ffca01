import { expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { answerFormSchema, submitAnswerForm } from '@/lib/surveys/answer-form';
import { findSavedResponse } from '@/lib/surveys/find-saved-response';
import { findSurveyResponses } from '@/lib/surveys/find-survey-responses';
import { getSurvey } from '@/lib/surveys/get-survey';
import { pageQuerySchema, showSurveyPage } from '@/lib/surveys/hosted-page';
import { makeQuestion, makeTemplate } from '@/lib/surveys/templates';
import { makeSurvey } from '@/lib/surveys/testing/make-survey';

const choices = ['a', 'b', 'c'].map((key) => ({ key, text: key }));
const rows = ['x', 'y'].map((key) => ({ key, text: key }));
const definition = {
  ...makeTemplate('nps'),
  questions: [
    makeQuestion({ key: 'order', kind: 'ranking', text: 'Order?', choices, isRequired: true }),
    makeQuestion({ key: 'grid', kind: 'matrix', text: 'How?', choices, rows, isRequired: true }),
  ],
  fields: ['campaign'],
  thanks: { title: 'Thanks', text: '', redirectUrl: 'https://example.org/done' },
};

it('leads through a ranking and a matrix without a script, and on to the address of its owner', async () => {
  const scope = await makeWorkspace();
  const surveyId = await makeSurvey(scope, { definition });
  const key = (await getSurvey(scope, surveyId)).publicKey ?? '';
  const open = (address: string) => {
    const { searchParams } = new URL(address, 'https://voc.example');
    const query = pageQuerySchema.parse(Object.fromEntries(searchParams));
    return showSurveyPage(key, query, { searchParams, acceptLanguage: 'en' });
  };
  const first = await open(`/s/${key}?campaign=spring&other=x`);
  const address = first.headers.get('location') ?? '';
  expect(address).toContain('campaign=spring');
  expect(address).not.toContain('other');
  const page = await open(address);
  expect(page.headers.get('content-security-policy')).toContain("form-action 'self' https://example.org;");
  expect(await page.text()).toContain('<input type="hidden" name="campaign" value="spring">');

  const responseId = newId();
  const send = async (fields: Record<string, unknown>) => {
    const form = answerFormSchema.parse({ r: responseId, campaign: 'spring', ...fields });
    const response = await submitAnswerForm(key, form);
    return [response.status, response.headers.get('location')?.replace(`/s/${key}?`, '')];
  };
  const savedAnswers = async () => (await findSavedResponse(scope, { surveyId, responseId }))?.answers;
  expect((await send({ q: 'order', answer: ['', '', ''] }))[1]).toContain('problem=missing');
  expect((await send({ q: 'order', answer: ['a', 'a', 'b'] }))[1]).toContain('problem=places');
  expect(await savedAnswers()).toBeUndefined();
  expect((await send({ q: 'order', answer: ['c', 'a', 'b'] }))[1]).toContain('q=grid');
  // What was answered of a matrix is kept while the rest is asked for.
  expect((await send({ q: 'grid', 'answer.x': 'x:b' }))[1]).toContain('problem=missing');
  expect(await savedAnswers()).toEqual({ order: ['c', 'a', 'b'], grid: ['x:b'] });
  const last = await send({ q: 'grid', 'answer.x': 'x:b', 'answer.y': 'y:a' });
  expect(last).toEqual([303, 'https://example.org/done']);
  const { rows: found } = await findSurveyResponses(scope, surveyId, { of: 'completed' }, null);
  expect(found).toMatchObject([{ answers: { grid: ['x:b', 'y:a'] }, fields: { campaign: 'spring' } }]);
});
