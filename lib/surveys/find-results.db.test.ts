import { expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { countResponses, findQuestionResults } from '@/lib/surveys/find-results';
import { findResultsByPart } from '@/lib/surveys/find-results-by-part';
import { findSavedResponse } from '@/lib/surveys/find-saved-response';
import { countShowings, findShowings } from '@/lib/surveys/find-showings';
import { countSurveyResponses, findSurveyResponses } from '@/lib/surveys/find-survey-responses';
import { makeIdentitySecret, resolveIdentity } from '@/lib/surveys/identity';
import { signIdentity } from '@/lib/surveys/identity-token';
import { recordImpression } from '@/lib/surveys/record-impression';
import type { ResponseSelection } from '@/lib/surveys/response-selection';
import { saveAnswers } from '@/lib/surveys/save-answers';
import { makeQuestion, makeTemplate } from '@/lib/surveys/templates';
import { answersTo } from '@/lib/surveys/testing/answers-to';
import { makeSurvey } from '@/lib/surveys/testing/make-survey';

it('counts places of a ranking and cells of a matrix, each with its responses', async () => {
  const scope = await makeWorkspace();
  const choices = ['a', 'b', 'c'].map((key) => ({ key, text: key }));
  const rows = [
    { key: 'x', text: 'X' },
    { key: 'y', text: 'Y' },
  ];
  const questions = [
    makeQuestion({ key: 'order', kind: 'ranking', text: 'Order?', choices }),
    makeQuestion({ key: 'grid', kind: 'matrix', text: 'How?', choices, rows }),
    makeQuestion({ key: 'ease', kind: 'ces', text: 'Easy?' }),
  ];
  const surveyId = await makeSurvey(scope, { definition: { ...makeTemplate('nps'), questions } });
  const answer = async (answers: Record<string, unknown>, trap = '') => {
    const responseId = newId();
    const saving = {
      surveyId,
      responseId,
      answers,
      channel: 'page' as const,
      language: null,
      revision: null,
    };
    await saveAnswers(scope, { ...saving, isDone: true, elapsedMs: null, trap, person: null });
    return findSavedResponse(scope, { surveyId, responseId });
  };
  const full = { order: ['b', 'a', 'c'], grid: ['y:c', 'x:a'] };
  expect(await answer(full)).toMatchObject({ answers: { order: ['b', 'a', 'c'], grid: ['x:a', 'y:c'] } });
  await answer({ order: ['b'], grid: ['x:a'], ease: 6 });
  await answer({ ease: 2 });
  await answer(full, 'x');
  await expect(answer({ order: ['b', 'b'] })).rejects.toThrow('each place');
  await expect(answer({ grid: ['x:a', 'x:b'] })).rejects.toThrow('each row');
  await expect(answer({ grid: ['z:a'] })).rejects.toThrow('not there');

  const results = await findQuestionResults(scope, surveyId, {});
  expect(results.get('order')?.places).toEqual(
    new Map([
      ['b', new Map([[1, 2]])],
      ['a', new Map([[2, 1]])],
      ['c', new Map([[3, 1]])],
    ]),
  );
  expect(results.get('grid')?.choices).toEqual(
    new Map([
      ['x:a', 2],
      ['y:c', 1],
    ]),
  );
  expect(results.get('ease')?.scores).toEqual(
    new Map([
      [6, 1],
      [2, 1],
    ]),
  );
  const counts: [ResponseSelection, number][] = [
    [{ answered: 'order', choice: 'b', place: 1 }, 2],
    [{ answered: 'order', choice: 'a', place: 1 }, 0],
    [{ answered: 'order', choice: 'a' }, 1],
    [{ answered: 'grid', choice: 'x:a' }, 2],
    [{ answered: 'ease', score: 6 }, 1],
    [{ answered: 'ease', score: 5 }, 0],
  ];
  for (const [selection, count] of counts) {
    expect([selection, await countSurveyResponses(scope, surveyId, selection)]).toEqual([selection, count]);
  }
});

it('counts what became of a survey, and every count has its rows', async () => {
  const scope = await makeWorkspace();
  const surveyId = await makeSurvey(scope);
  const secret = await makeIdentitySecret(scope);
  const person = await resolveIdentity(scope, signIdentity(secret, { contact: 'u1', account: 'acme' }));
  await scope.run((db) => db.account.updateMany({ data: { plan: 'Pro' } }));
  const at = (time: string) => new Date(`2026-05-01T${time}Z`);
  const answer = async (
    answers: Record<string, unknown>,
    fields: { isDone?: boolean; trap?: string; isKnown?: boolean } = {},
  ) => {
    const responseId = newId();
    const shown = { surveyId, responseId, contactId: null, channel: 'page' as const };
    await recordImpression(scope, shown, at('12:00:00'));
    await saveAnswers(
      scope,
      {
        ...{ surveyId, responseId, answers, channel: 'page' as const, language: null, revision: null },
        isDone: fields.isDone ?? false,
        elapsedMs: 10_000,
        trap: fields.trap ?? '',
        person: fields.isKnown ? person : null,
      },
      at('12:00:10'),
    );
  };
  await answer({ nps: 9, why: 'Good.' }, { isDone: true });
  await answer({ nps: 3 }, { isDone: true, isKnown: true });
  await answer({ nps: 5 });
  await answer({ nps: 0 }, { trap: 'x', isDone: true });
  await recordImpression(
    scope,
    { surveyId, responseId: newId(), contactId: null, channel: 'popover' },
    at('12:00:00'),
  );

  expect(await countResponses(scope, surveyId, {})).toEqual({
    // Without the one whose answer a machine may have given.
    shown: 4,
    shownAndCompleted: 2,
    started: 3,
    completed: 2,
    suspect: 1,
    timed: 2,
    medianSeconds: 10,
  });
  expect(await countResponses(scope, surveyId, { to: '2026-04-30' })).toMatchObject({ shown: 0, started: 0 });
  expect(await countResponses(scope, surveyId, { plan: 'Pro' })).toMatchObject({
    ...{ shown: 1, shownAndCompleted: 1, started: 1, completed: 1 },
  });
  const results = await findQuestionResults(scope, surveyId, {});
  expect(results.get('nps')).toMatchObject({ answered: 3, left: 1 });
  expect(results.get('why')).toMatchObject({ answered: 1, left: 0 });

  const counts: [ResponseSelection, number][] = [
    [{}, 3],
    [{ of: 'completed' }, 2],
    [{ of: 'timed' }, 2],
    [{ of: 'partial' }, 1],
    [{ of: 'suspect' }, 1],
    [{ answered: 'why' }, 1],
    [{ left: 'nps' }, 1],
    [{ plan: 'Pro' }, 1],
  ];
  for (const [selection, count] of counts) {
    expect([selection, await countSurveyResponses(scope, surveyId, selection)]).toEqual([selection, count]);
    expect((await findSurveyResponses(scope, surveyId, selection, null)).rows).toHaveLength(count);
  }
  // Who has no name is called by the key that is known of them.
  const [known] = (await findSurveyResponses(scope, surveyId, { plan: 'Pro' }, null)).rows;
  expect(known?.contactName).toBe('u1');
  const [shown] = (await findShowings(scope, surveyId, { plan: 'Pro' }, null)).rows;
  expect(shown?.contactName).toBe('u1');
  expect(await countShowings(scope, surveyId, {})).toBe(4);
  const { rows } = await findShowings(scope, surveyId, {}, null);
  expect(rows.map(({ outcome }) => outcome).sort()).toEqual(['begun', 'completed', 'completed', 'none']);
});

it('leaves out of the time to answer whose beginning nobody knows', async () => {
  const scope = await makeWorkspace();
  const surveyId = await makeSurvey(scope);
  for (const elapsedMs of [null, 20_000]) {
    await saveAnswers(scope, answersTo(surveyId, { isDone: true, elapsedMs }));
  }
  // As such responses were stored once: begun when they ended.
  const saving = answersTo(surveyId, { isDone: true, elapsedMs: null });
  await saveAnswers(scope, saving);
  await scope.run(
    (db) =>
      db.$executeRaw`UPDATE responses SET started_at = completed_at WHERE id = ${saving.responseId}::uuid`,
  );
  const told = { completed: 3, timed: 1, medianSeconds: 20 };
  expect(await countResponses(scope, surveyId, {})).toMatchObject(told);
  expect(await findResultsByPart(scope, surveyId, {}, 'channel')).toMatchObject([told]);
  expect(await countSurveyResponses(scope, surveyId, { of: 'timed' })).toBe(1);
});
