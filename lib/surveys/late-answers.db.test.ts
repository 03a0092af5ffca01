import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { publishDraft, saveDraft } from '@/lib/surveys/edit-survey';
import { countSurveyResponses } from '@/lib/surveys/find-survey-responses';
import { findVersions } from '@/lib/surveys/find-versions';
import { recordImpression } from '@/lib/surveys/record-impression';
import { saveAnswers } from '@/lib/surveys/save-answers';
import { makeQuestion, makeTemplate } from '@/lib/surveys/templates';
import { answersTo, scoresOf, textsOf } from '@/lib/surveys/testing/answers-to';
import { makeSurvey } from '@/lib/surveys/testing/make-survey';

describe('an answer that arrives late', () => {
  const at = (time: string) => new Date(`2026-05-${time}:00Z`);
  const HOUR_MS = 3600_000;

  async function showSurvey(delivery = {}) {
    const scope = await makeWorkspace();
    const surveyId = await makeSurvey(scope, { delivery });
    const input = answersTo(surveyId, { channel: 'popover', elapsedMs: 60_000, isDone: true });
    const { responseId } = input;
    await recordImpression(
      scope,
      { surveyId, responseId, contactId: null, channel: 'popover' },
      at('01T12:00'),
    );
    const stored = () => scope.run((db) => db.response.findFirstOrThrow({ include: { answers: true } }));
    return { scope, surveyId, input, stored };
  }

  it('is dated when it was given, never before the survey was shown', async () => {
    const { scope, input, stored } = await showSurvey();
    await saveAnswers(scope, { ...input, waitedMs: 20 * HOUR_MS }, at('02T12:00'));
    const given = at('01T16:00');
    expect(await stored()).toMatchObject({
      ...{ submittedAt: given, completedAt: given, startedAt: at('01T15:59') },
      answers: [{ answeredAt: given }],
    });
    // By a clock that is wrong, and a change within the hour that arrives when it is over.
    await saveAnswers(scope, { ...input, waitedMs: 900 * HOUR_MS }, at('02T13:00'));
    expect(await stored()).toMatchObject({ submittedAt: given, completedAt: given });
  });

  it('counts if it was given before the survey was closed, and not after', async () => {
    const { scope, surveyId, input } = await showSurvey({ until: '2026-05-03' });
    const late = { ...input, waitedMs: 30 * HOUR_MS };
    await expect(saveAnswers(scope, late, at('05T12:00'))).rejects.toThrow('no more');
    await expect(saveAnswers(scope, { ...late, responseId: newId() }, at('04T12:00'))).rejects.toThrow(
      'no more',
    );
    expect(await saveAnswers(scope, late, at('04T12:00'))).toBe('saved');
    expect(await scoresOf(scope, surveyId)).toEqual({ 9: 1 });
  });

  it.each([
    ['closed', { closedAt: at('01T13:00') }],
    ['archived', { archivedAt: at('01T13:00') }],
  ])('is kept of who had the survey before them when it was %s, and of nobody after', async (_, data) => {
    const { scope, surveyId, input } = await showSurvey();
    await scope.run((db) => db.survey.updateMany({ where: { id: surveyId }, data }));
    await expect(saveAnswers(scope, { ...input, responseId: newId() }, at('01T14:00'))).rejects.toThrow(
      'no more',
    );
    expect(await saveAnswers(scope, { ...input, isDone: false }, at('01T14:00'))).toBe('saved');
    await saveAnswers(scope, { ...input, answers: { nps: 2 } }, at('09T14:00'));
    expect(await scoresOf(scope, surveyId)).toEqual({ 2: 1 });
    // By its page's own signature, where no picture told of the showing.
    const shownAt = at('01T12:30');
    const page = { ...input, responseId: newId(), shownAt, channel: 'page' as const };
    expect(await saveAnswers(scope, page, at('01T14:00'))).toBe('saved');
  });

  it('is kept of who had the survey before them when its quota was filled', async () => {
    const { scope, surveyId, input } = await showSurvey({ quota: 1 });
    const other = answersTo(surveyId, { isDone: true });
    await saveAnswers(scope, other, at('01T12:30'));
    expect(await saveAnswers(scope, input, at('01T13:00'))).toBe('saved');
    await expect(saveAnswers(scope, answersTo(surveyId), at('01T14:00'))).rejects.toThrow('no more');
    expect(await scoresOf(scope, surveyId)).toEqual({ 9: 2 });
  });

  it('goes on with a response that was begun weeks ago, in a tab that stayed open', async () => {
    const { scope, surveyId, input } = await showSurvey();
    await saveAnswers(scope, { ...input, isDone: false, elapsedMs: 8 * 24 * HOUR_MS }, at('10T12:00'));
    await saveAnswers(scope, { ...input, answers: { nps: 4 } }, at('30T12:00'));
    expect(await scoresOf(scope, surveyId)).toEqual({ 4: 1 });
  });

  it('belongs to the version that was seen, and moves on with its author', async () => {
    const { scope, surveyId, input, stored } = await showSurvey();
    const definition = makeTemplate('nps');
    const [nps, why] = definition.questions;
    if (!nps || !why) throw new Error('the template has two questions');
    const more = {
      ...definition,
      questions: [
        { ...nps, text: 'Again?' },
        { ...why, key: 'more' },
      ],
    };
    await saveDraft(scope, surveyId, { name: 'Changed', definition: more });
    await publishDraft(scope, surveyId);
    const seen = { ...input, version: 1, isDone: false };
    await saveAnswers(scope, { ...seen, answers: { nps: 9, why: 'Slow.', more: 'x' } });
    expect(await textsOf(scope)).toMatchObject([{ text: 'Slow.' }]);
    await saveAnswers(scope, { ...input, version: 2, answers: { nps: 8, more: 'Still slow.' } });
    expect((await textsOf(scope)).map(({ text }) => text).sort()).toEqual(['Slow.', 'Still slow.']);
    expect(await scoresOf(scope, surveyId)).toEqual({ 8: 1 });
    expect((await stored()).answers.filter(({ metric }) => metric)).toHaveLength(1);
    await expect(saveAnswers(scope, { ...input, version: 3 })).rejects.toThrow('no such');
  });

  it('leaves a consent with the words it was given to', async () => {
    const scope = await makeWorkspace();
    const consent = makeQuestion({ key: 'ok', kind: 'consent', text: 'May we?' });
    const definition = { ...makeTemplate('nps'), questions: [...makeTemplate('nps').questions, consent] };
    const surveyId = await makeSurvey(scope, { definition });
    const input = answersTo(surveyId, { version: 1, answers: { nps: 9, ok: 'yes' } });
    await saveAnswers(scope, input);
    const words = definition.questions.map((each) => ({ ...each, text: `${each.text} Anew.` }));
    await saveDraft(scope, surveyId, { name: 'Changed', definition: { ...definition, questions: words } });
    await publishDraft(scope, surveyId);
    await saveAnswers(scope, { ...input, version: 2, answers: { nps: 8 } });
    const told = async () =>
      (await findVersions(scope, surveyId)).map(({ number, responses, consents }) => [
        ...[number, responses, consents.get('ok') ?? 0],
      ]);
    expect(await told()).toEqual([
      [2, 1, 0],
      [1, 0, 1],
    ]);
    const counted = (version: number) =>
      countSurveyResponses(scope, surveyId, { version, answered: 'ok', choice: 'yes' });
    expect([await counted(1), await counted(2)]).toEqual([1, 0]);
    await saveAnswers(scope, { ...input, version: 2, answers: { ok: '' } });
    expect([await counted(1), await counted(2)]).toEqual([0, 0]);
  });

  it('fills the last place of a quota once, when two come at the same time', async () => {
    const scope = await makeWorkspace();
    const surveyId = await makeSurvey(scope, { delivery: { quota: 1 } });
    const results = await Promise.allSettled(
      Array.from({ length: 4 }, () => saveAnswers(scope, answersTo(surveyId, { isDone: true }))),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
