import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { Scope } from '@/lib/db/scope';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { createSurvey } from '@/lib/surveys/create-survey';
import { publishDraft, saveDraft, setClosed } from '@/lib/surveys/edit-survey';
import { findQuestionResults } from '@/lib/surveys/find-results';
import { countSurveyResponses, findSurveyResponses } from '@/lib/surveys/find-survey-responses';
import { findVersions } from '@/lib/surveys/find-versions';
import { findAskedKeys, getSurvey } from '@/lib/surveys/get-survey';
import { saveAnswers } from '@/lib/surveys/save-answers';
import { saveTranslation } from '@/lib/surveys/save-translation';
import { exportSurvey, importSurvey } from '@/lib/surveys/survey-file';
import { makeQuestion, makeTemplate } from '@/lib/surveys/templates';
import { answersTo, scoresOf } from '@/lib/surveys/testing/answers-to';
import { makeSurvey } from '@/lib/surveys/testing/make-survey';
import { exportTranslation, importTranslation } from '@/lib/surveys/translation-file';

const withQuestion = (kind: 'nps' | 'long_text', key: string) => {
  const definition = makeTemplate('nps');
  definition.questions.push(makeQuestion({ key, kind, text: 'And?' }));
  return { name: 'Changed', definition };
};

describe('versions', () => {
  it('leave what is asked alone until the draft is published', async () => {
    const scope = await makeWorkspace();
    const id = await makeSurvey(scope);
    await saveDraft(scope, id, withQuestion('long_text', 'more'));
    await saveDraft(scope, id, withQuestion('long_text', 'other'));
    const survey = await getSurvey(scope, id);
    expect([survey.published?.number, survey.draft?.number]).toEqual([1, 2]);
    expect(survey.published?.definition.questions).toHaveLength(2);
    expect(await publishDraft(scope, id)).toBe(2);
    expect(await getSurvey(scope, id)).toMatchObject({
      draft: null,
      published: { number: 2 },
      name: 'Changed',
    });
    expect((await findAskedKeys(scope, id)).sort()).toEqual(['nps', 'other', 'why']);
    await expect(publishDraft(scope, id)).rejects.toThrow('no draft');
  });

  it('may not ask a key in another way, nor have a dead end', async () => {
    const scope = await makeWorkspace();
    const id = await makeSurvey(scope);
    const definition = makeTemplate('csat_stars');
    const [first] = definition.questions;
    if (first) first.key = 'nps';
    await saveDraft(scope, id, { name: 'Changed', definition });
    await expect(publishDraft(scope, id)).rejects.toThrow('asked "nps" in another way');
    const twice = withQuestion('nps', 'nps');
    await saveDraft(scope, id, twice);
    await expect(publishDraft(scope, id)).rejects.toThrow('is taken');
  });

  it('are changed only by those who may, and leave a trail', async () => {
    const scope = await makeWorkspace();
    const id = await makeSurvey(scope);
    await setClosed(scope, id, true);
    expect((await getSurvey(scope, id)).state).toBe('closed');
    const actions = await scope.run((db) => db.auditEntry.findMany({ orderBy: { id: 'asc' } }));
    expect(actions.map(({ action }) => action)).toEqual([
      'survey.created',
      'survey.published',
      'survey.closed',
    ]);
    const viewer = { kind: 'member', memberId: id, userId: id, role: 'viewer' } as const;
    for (const actor of [viewer, { kind: 'respondent' } as const]) {
      const other = Scope.issue(scope.workspaceId, actor);
      await expect(publishDraft(other, id)).rejects.toThrow('does not allow');
      await expect(createSurvey(other, { name: 'x', template: 'nps' })).rejects.toThrow('does not allow');
    }
  });
});

describe('what was published', () => {
  it('counts a person once in a score, by one question of its kind in all versions', async () => {
    const scope = await makeWorkspace();
    const nps = (key: string) => makeQuestion({ key, kind: 'nps', text: 'How likely?' });
    const definition = { ...makeTemplate('nps'), questions: [nps('us'), nps('them')] };
    const surveyId = await makeSurvey(scope, { definition });
    const answers = { us: 9, them: 2 };
    await saveAnswers(scope, answersTo(surveyId, { answers }));
    const turned = { ...definition, questions: [nps('them'), nps('us')] };
    await saveDraft(scope, surveyId, { name: 'Turned round', definition: turned });
    await publishDraft(scope, surveyId);
    await saveAnswers(scope, answersTo(surveyId, { answers }));
    expect(await scoresOf(scope, surveyId)).toEqual({ 9: 2 });
    const results = await findQuestionResults(scope, surveyId, {});
    expect([...(results.get('them')?.scores ?? [])]).toEqual([[2, 2]]);
  });

  it('tells of each response which privacy text and consent it stands for', async () => {
    const scope = await makeWorkspace();
    const asked = (text: string) => ({
      ...makeTemplate('nps'),
      questions: [makeQuestion({ key: 'ok', kind: 'consent', text: 'May we?', highLabel: 'Yes' })],
      privacy: { text, url: '' },
    });
    const surveyId = await makeSurvey(scope, { definition: asked('Kept for a year.') });
    const answer = async (answers: Record<string, string>) =>
      saveAnswers(scope, {
        ...{ surveyId, responseId: newId(), answers, revision: null, isDone: true },
        ...{ channel: 'page', language: null, elapsedMs: null, trap: '', person: null },
      });
    await answer({ ok: 'yes' });
    await answer({});
    await saveDraft(scope, surveyId, { name: 'Changed', definition: asked('Kept for two years.') });
    await publishDraft(scope, surveyId);
    await answer({ ok: 'yes' });
    const versions = await findVersions(scope, surveyId);
    expect(
      versions.map((each) => [
        each.number,
        each.definition.privacy.text,
        each.responses,
        each.consents.get('ok'),
      ]),
    ).toEqual([
      [2, 'Kept for two years.', 1, 1],
      [1, 'Kept for a year.', 2, 1],
    ]);
    for (const { number, responses } of versions) {
      expect(await countSurveyResponses(scope, surveyId, { version: number })).toBe(responses);
      const consented = { version: number, answered: 'ok', choice: 'yes' };
      expect(await countSurveyResponses(scope, surveyId, consented)).toBe(1);
      const { rows } = await findSurveyResponses(scope, surveyId, consented, null);
      expect(rows.map(({ versionNumber }) => versionNumber)).toEqual([number]);
    }
  });
});

describe('a survey file', () => {
  it('makes the same survey again, as a draft', async () => {
    const scope = await makeWorkspace();
    const file = await exportSurvey(scope, await makeSurvey(scope, { delivery: { mode: 'button' } }));
    const copy = await importSurvey(scope, JSON.stringify(file));
    expect(await exportSurvey(scope, copy)).toEqual(file);
    expect((await getSurvey(scope, copy)).state).toBe('draft');
  });

  it('names what is wrong with it', async () => {
    const scope = await makeWorkspace();
    await expect(importSurvey(scope, 'x')).rejects.toThrow('not JSON');
    await expect(importSurvey(scope, '{"format":"verbatim-survey"}')).rejects.toThrow('formatVersion');
  });
});

describe('a translation', () => {
  it.each(['csv', 'xliff'] as const)('goes out as %s and comes back whole or not at all', async (format) => {
    const scope = await makeWorkspace();
    const surveyId = await makeSurvey(scope);
    await saveTranslation(scope, { surveyId, language: 'de', 'nps.text': 'Empfehlen Sie uns?' });
    const file = await exportTranslation(scope, { surveyId, language: 'de', format });
    const take = (text: string, language = 'de') =>
      importTranslation(scope, { surveyId, language, bytes: new TextEncoder().encode(text) });
    const wordsNow = async () => (await getSurvey(scope, surveyId)).draft?.definition.translations;
    const before = await wordsNow();
    await expect(take(file.replace('why.text', 'why.words'))).rejects.toThrow(
      /Nothing was changed. Line \d+: .*why/,
    );
    await expect(take(file.replace('most important', 'least important'))).rejects.toThrow('have changed');
    await expect(take(`${file}"`)).rejects.toThrow();
    expect(await wordsNow()).toEqual(before);
    expect(await take(file.replace('Empfehlen', 'Loben'))).toEqual({ translated: 1, pieces: 6 });
    expect(await wordsNow()).toEqual({ de: { 'nps.text': 'Loben Sie uns?' } });
    if (format === 'xliff') await expect(take(file, 'fr')).rejects.toThrow('into "de", not into "fr"');
  });

  it('is kept in the draft, and taken out again', async () => {
    const scope = await makeWorkspace();
    const surveyId = await makeSurvey(scope);
    const words = { 'nps.text': 'Empfehlen Sie uns?', 'no.such.place': 'x', 'why.text': '' };
    await saveTranslation(scope, { surveyId, language: 'de', ...words });
    const { draft, published } = await getSurvey(scope, surveyId);
    expect(draft?.definition.translations).toEqual({ de: { 'nps.text': 'Empfehlen Sie uns?' } });
    expect(published?.definition.translations).toEqual({});
    await saveTranslation(scope, { surveyId, language: 'de', remove: '1' });
    expect((await getSurvey(scope, surveyId)).draft?.definition.translations).toEqual({});
    await expect(saveTranslation(scope, { surveyId, language: 'en' })).rejects.toThrow('written in');
  });
});
