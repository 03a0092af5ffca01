import { expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { countAnswers } from '@/lib/responses/find-responses';
import { findPartScores } from '@/lib/surveys/find-part-scores';
import { findResultsByPart } from '@/lib/surveys/find-results-by-part';
import { countShowings } from '@/lib/surveys/find-showings';
import { countSurveyResponses } from '@/lib/surveys/find-survey-responses';
import { makeIdentitySecret, resolveIdentity } from '@/lib/surveys/identity';
import { signIdentity } from '@/lib/surveys/identity-token';
import { recordImpression } from '@/lib/surveys/record-impression';
import type { ResponseSelection } from '@/lib/surveys/response-selection';
import { partOfAccountField } from '@/lib/surveys/result-parts';
import { saveAnswers } from '@/lib/surveys/save-answers';
import { makeTemplate } from '@/lib/surveys/templates';
import { makeSurvey } from '@/lib/surveys/testing/make-survey';

it('tells results part by part, and every count has its rows', async () => {
  const scope = await makeWorkspace();
  const surveyId = await makeSurvey(scope, { definition: { ...makeTemplate('nps'), fields: ['campaign'] } });
  const secret = await makeIdentitySecret(scope);
  const person = await resolveIdentity(scope, signIdentity(secret, { contact: 'u1', account: 'acme' }));
  await scope.run((db) => db.account.updateMany({ data: { segment: 'Large', custom: { region: 'North' } } }));
  const at = (seconds: number) => new Date(Date.UTC(2026, 4, 1, 12, 0, seconds));
  const show = async (
    campaign: string | undefined,
    { isKnown = false, seconds = 0, isDone = true, channel = 'page' as 'page' | 'popover', language = 'en' },
  ) => {
    const responseId = newId();
    const fields = { ...(campaign && { campaign }), email: 'ann@example.org' };
    const known = isKnown ? person : null;
    const contactId = known?.contactId ?? null;
    await recordImpression(scope, { surveyId, responseId, contactId, channel, fields }, at(0));
    if (seconds === 0) return;
    const saving = { surveyId, responseId, answers: { nps: 9 }, channel, language, revision: null, isDone };
    await saveAnswers(
      scope,
      { ...saving, elapsedMs: seconds * 1000, trap: '', person: known, fields },
      at(seconds),
    );
  };
  await show('spring', { isKnown: true, seconds: 10 });
  await show('spring', { seconds: 20, isDone: false, language: 'de' });
  await show('spring', { channel: 'popover' });
  await show(undefined, { seconds: 30 });

  const by = (part: string) => findResultsByPart(scope, surveyId, {}, part);
  expect(await by('field:campaign')).toEqual([
    {
      ...{
        name: 'spring',
        shown: 3,
        shownAndCompleted: 1,
        started: 2,
        completed: 1,
        timed: 1,
        medianSeconds: 10,
      },
      mostLeft: expect.objectContaining({ key: 'nps', n: 1 }),
    },
    {
      ...{ name: '', shown: 1, shownAndCompleted: 1, started: 1, completed: 1, timed: 1, medianSeconds: 30 },
      mostLeft: null,
    },
  ]);
  const figures = async (part: string) =>
    (await by(part)).map(({ name, shown, started }) => ({ name, shown, started }));
  expect(await figures('segment')).toEqual([
    { name: '', shown: 3, started: 2 },
    { name: 'Large', shown: 1, started: 1 },
  ]);
  // A field of accounts that is the workspace's own.
  expect(await figures(partOfAccountField('region'))).toEqual([
    { name: '', shown: 3, started: 2 },
    { name: 'North', shown: 1, started: 1 },
  ]);
  expect(await figures('channel')).toEqual([
    { name: 'page', shown: 3, started: 3 },
    { name: 'popover', shown: 1, started: 0 },
  ]);
  expect(await figures('language')).toEqual([
    { name: 'en', shown: null, started: 2 },
    { name: 'de', shown: null, started: 1 },
  ]);

  // Of a score, each part has the answers that it counts.
  const filter = { metric: 'nps' as const, survey: surveyId, latest: '1' as const };
  const scoresOf = (part: string, narrowed = {}) =>
    findPartScores(scope, { kind: 'nps', filter: { ...filter, ...narrowed }, by: part }, [
      'spring',
      'Large',
      'North',
      'de',
      'page',
      '',
    ]);
  const spring = (await scoresOf('field:campaign')).get('spring');
  expect(spring).toMatchObject({ score: { value: 100, n: 2 }, filter: { trait: 'campaign=spring' } });
  expect(await countAnswers(scope, spring?.filter ?? filter)).toBe(2);
  const north = (await scoresOf(partOfAccountField('region'))).get('North');
  expect(north).toMatchObject({ score: { n: 1 }, filter: { trait: '@region=North' } });
  expect(await countAnswers(scope, north?.filter ?? filter)).toBe(1);
  expect((await scoresOf('segment')).get('Large')).toMatchObject({ score: { n: 1 } });
  for (const [part, name] of [
    ['channel', 'page'],
    ['language', 'de'],
  ] as const) {
    const told = (await scoresOf(part)).get(name);
    expect(told?.filter).toMatchObject({ [part]: name });
    expect(told?.score.n).toBe(await countAnswers(scope, told?.filter ?? filter));
  }
  expect((await scoresOf('segment', { segment: 'Small' })).size).toBe(0);

  const counts: [ResponseSelection, shown: number | null, started: number][] = [
    [{ trait: 'campaign=spring' }, 3, 2],
    [{ without: 'field:campaign' }, 1, 1],
    [{ without: 'segment' }, 3, 2],
    [{ trait: '@region=North' }, 1, 1],
    [{ without: partOfAccountField('region') }, 3, 2],
    [{ channel: 'popover' }, 1, 0],
    [{ language: 'de' }, null, 1],
  ];
  for (const [selection, shown, started] of counts) {
    expect([selection, await countSurveyResponses(scope, surveyId, selection)]).toEqual([selection, started]);
    if (shown !== null) {
      expect([selection, await countShowings(scope, surveyId, selection)]).toEqual([selection, shown]);
    }
  }
});
