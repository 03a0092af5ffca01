import { expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { countResponses, findQuestionResults } from '@/lib/surveys/find-results';
import { countShowings, findShowings } from '@/lib/surveys/find-showings';
import { countSurveyResponses, findSurveyResponses } from '@/lib/surveys/find-survey-responses';
import { makeIdentitySecret, resolveIdentity } from '@/lib/surveys/identity';
import { signIdentity } from '@/lib/surveys/identity-token';
import { recordImpression } from '@/lib/surveys/record-impression';
import type { ResponseSelection } from '@/lib/surveys/response-selection';
import { saveAnswers } from '@/lib/surveys/save-answers';
import { makeSurvey } from '@/lib/surveys/testing/make-survey';

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
        shownAt: at('12:00:00'),
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
    shown: 5,
    shownAndCompleted: 2,
    started: 3,
    completed: 2,
    suspect: 1,
    medianSeconds: 10,
  });
  expect(await countResponses(scope, surveyId, { to: '2026-04-30' })).toMatchObject({ shown: 0, started: 0 });
  expect(await countResponses(scope, surveyId, { plan: 'Pro' })).toMatchObject({ started: 1, completed: 1 });
  const results = await findQuestionResults(scope, surveyId, {});
  expect(results.get('nps')).toMatchObject({ answered: 3, left: 1 });
  expect(results.get('why')).toMatchObject({ answered: 1, left: 0 });

  const counts: [ResponseSelection, number][] = [
    [{}, 3],
    [{ of: 'completed' }, 2],
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
  expect(await countShowings(scope, surveyId, {})).toBe(5);
  const { rows } = await findShowings(scope, surveyId, {}, null);
  expect(rows.map(({ outcome }) => outcome).sort()).toEqual([
    'begun',
    'completed',
    'completed',
    'none',
    'suspect',
  ]);
});
