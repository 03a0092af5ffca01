import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { askPerson } from '@/lib/surveys/ask-person';
import { makeIdentitySecret, resolveIdentity } from '@/lib/surveys/identity';
import { signIdentity } from '@/lib/surveys/identity-token';
import { saveAnswers } from '@/lib/surveys/save-answers';
import { answersTo, scoresOf } from '@/lib/surveys/testing/answers-to';
import { makeSurvey } from '@/lib/surveys/testing/make-survey';

const at = (time: string) => new Date(`2026-05-${time}:00Z`);

async function makeInline() {
  const scope = await makeWorkspace();
  const surveyId = await makeSurvey(scope, { delivery: { mode: 'inline', coolDownDays: 0 } });
  const person = await resolveIdentity(
    scope,
    signIdentity(await makeIdentitySecret(scope), { contact: 'u1' }),
  );
  const ask = async (now: Date) => {
    const responseId = newId();
    const decision = await askPerson(scope, { surveyId, responseId, person, channel: 'inline' }, now);
    return (decision.ask && decision.responseId) || responseId;
  };
  const answers = (responseId: string, nps: number, fields = {}) =>
    answersTo(surveyId, { responseId, person, channel: 'inline', answers: { nps }, ...fields });
  return { scope, surveyId, ask, answers };
}

describe('a known person with a survey in several tabs', () => {
  it('has one response, asked in both at once', async () => {
    const { scope, surveyId, ask, answers } = await makeInline();
    const ids = await Promise.all([1, 2, 3].map(() => ask(at('01T12:00'))));
    expect(new Set(ids).size).toBe(1);
    await saveAnswers(scope, answers(ids[0] ?? '', 3), at('01T12:05'));
    await saveAnswers(scope, answers(ids[1] ?? '', 4), at('01T12:06'));
    expect(await scoresOf(scope, surveyId)).toEqual({ 4: 1 });
    expect(await scope.run((db) => db.impression.count())).toBe(1);
  });

  it('has one of two that were begun unknown to each other, and another once the first is finished', async () => {
    const { scope, surveyId, ask, answers } = await makeInline();
    const saves = [answers(newId(), 3), answers(newId(), 4)].map((input) =>
      saveAnswers(scope, { ...input, elapsedMs: 60_000 }, at('01T12:05')),
    );
    await Promise.all(saves);
    expect(Object.values(await scoresOf(scope, surveyId))).toEqual([1]);
    const first = await ask(at('01T12:06'));
    await saveAnswers(scope, answers(first, 5, { isDone: true }), at('01T12:07'));
    // A tab that stood open since before that is still the same; what is shown later is not.
    await saveAnswers(scope, answers(newId(), 6, { elapsedMs: 240_000 }), at('01T12:08'));
    expect(await scoresOf(scope, surveyId)).toEqual({ 6: 1 });
    const next = await ask(at('01T12:09'));
    expect(next).not.toBe(first);
    await saveAnswers(scope, answers(next, 9), at('01T12:10'));
    expect(await scoresOf(scope, surveyId)).toEqual({ 6: 1, 9: 1 });
  });
});
