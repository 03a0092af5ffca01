import { expect, it } from 'vitest';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { countResponses, findQuestionResults } from '@/lib/surveys/find-results';
import { countShowings } from '@/lib/surveys/find-showings';
import { countSurveyResponses } from '@/lib/surveys/find-survey-responses';
import { findSurveys } from '@/lib/surveys/find-surveys';
import { getSurvey } from '@/lib/surveys/get-survey';
import { loadSampleWorkspace } from './load-sample-workspace';
import { makeSampleWorkspace } from './make-sample-workspace';

it('makes the surveys of the sample ones of our own, whose counts open as many rows', async () => {
  const scope = await makeWorkspace();
  const whole = makeSampleWorkspace();
  const responses = whole.responses.slice(0, 200);
  await loadSampleWorkspace(scope, { ...whole, responses, conversations: [], reviews: [], usageEvents: [] });
  const { rows, total } = await findSurveys(scope, { page: 1 });
  expect(total).toBe(3);
  for (const { id, metric, state, responses: count } of rows) {
    const own = responses.filter(({ surveyKey }) => surveyKey === metric);
    const withWords = own.filter(({ comment }) => comment !== null).length;
    expect([state, count]).toEqual(['closed', own.length]);
    const { published } = await getSurvey(scope, id);
    expect(published?.definition.questions.map(({ key }) => key)).toEqual([metric, 'why']);
    const counts = await countResponses(scope, id, {});
    expect(counts.started).toBe(own.length);
    expect(counts.completed).toBeGreaterThanOrEqual(withWords);
    expect(counts.shownAndCompleted).toBe(counts.completed);
    expect(await countShowings(scope, id, {})).toBe(counts.shown);
    expect(counts.shown).toBeGreaterThanOrEqual(3 * own.length);
    expect(await countSurveyResponses(scope, id, { of: 'completed' })).toBe(counts.completed);
    const results = await findQuestionResults(scope, id, {});
    expect(results.get(metric ?? '')?.answered).toBe(own.length);
    expect(results.get('why')?.answered ?? 0).toBe(withWords);
    expect(await countSurveyResponses(scope, id, { answered: 'why' })).toBe(withWords);
    expect(results.get(metric ?? '')?.left ?? 0).toBe(counts.started - counts.completed);
  }
});
