import { expect, it } from 'vitest';
import { findTimeline } from '@/lib/annotations/find-timeline';
import { exportSurveyResponses } from '@/lib/exports/export-survey-responses';
import { findErrorGroups } from '@/lib/ingest/find-import-errors';
import { runImport } from '@/lib/ingest/run-import';
import { startImport } from '@/lib/ingest/start-import';
import {
  answer,
  countTables,
  getProfile,
  importText,
  makeImporter,
  neverAborted,
  upload,
} from '@/lib/ingest/testing/make-import';
import { computeMeanInterval } from '@/lib/stats/t-interval';
import { findQuestionResults } from '@/lib/surveys/find-results';
import { findResponseIds } from '@/lib/surveys/find-survey-responses';
import { findImportedDefinition } from '@/lib/surveys/imported-definition';

const file = (header: string, scores: string[]) =>
  `date,comment,company,${header}\n${scores
    .map((score, n) => `2026-03-${n + 10},"It took ${n} minutes to load the export, again.",Acme,${score}`)
    .join('\n')}\n`;

it('keeps a score on its own scale, beside its comment, with a mean and in the timeline, once', async () => {
  const scope = await makeImporter();
  const { workspaceId } = scope;
  const scores = ['80', '90%', '35', '100', '0', ''];
  const importId = await importText(scope, 'feedback', file('Satisfaction score (0-100)', scores));
  expect(await findErrorGroups(scope, importId)).toEqual([]);
  expect(await countTables(scope)).toMatchObject({ feedback: 6, answers: 5 });
  await importText(scope, 'feedback', file('Satisfaction score (0-100)', scores));
  expect(await countTables(scope)).toMatchObject({ feedback: 6, answers: 5 });

  const survey = await scope.run((db) => db.survey.findFirstOrThrow({ where: { workspaceId } }));
  // No metric counts it.
  expect(survey.metric).toBeNull();
  const results = await findQuestionResults(scope, survey.id, {});
  const told = await findImportedDefinition(scope, survey.id, results);
  const [question] = told?.definition.questions ?? [];
  expect(told?.scales.get(question?.key ?? '')).toEqual([0, 100]);
  const given = [...(results.get(question?.key ?? '')?.scores ?? [])].flatMap(([score, n]) =>
    new Array<number>(n).fill(score),
  );
  expect(computeMeanInterval(given)).toMatchObject({ mean: 61, n: 5 });

  const { body } = await exportSurveyResponses(scope, survey.id, {});
  const lines = (await new Response(body).text()).split('\r\n');
  expect(lines[0]).toContain('Satisfaction score (0-100) (q_');
  expect(lines.filter((line) => line.includes(',35,'))).toHaveLength(1);

  const account = await scope.run((db) => db.account.findFirstOrThrow({ where: { workspaceId } }));
  const { events } = await findTimeline(scope, { accountId: account.id }, { only: 'answer', place: null });
  expect(events.map((event) => event.kind === 'answer' && event.answers)).toContainEqual([
    { question: 'Satisfaction score (0-100)', chosen: '35 of 100' },
  ]);
});

it('keeps decimals of such a score: in the mean, in the list, in the timeline and in the file', async () => {
  const scope = await makeImporter();
  const { workspaceId } = scope;
  const importId = await importText(scope, 'feedback', file('Score (0-10)', ['7.5', '"8,25"', '6', '7.5']));
  expect(await findErrorGroups(scope, importId)).toEqual([]);
  const survey = await scope.run((db) => db.survey.findFirstOrThrow({ where: { workspaceId } }));
  const [result] = (await findQuestionResults(scope, survey.id, {})).values();
  expect([...(result?.scores ?? [])].toSorted()).toEqual([
    [6, 1],
    [7.5, 2],
    [8.25, 1],
  ]);
  const key = result?.key ?? '';
  expect(await findResponseIds(scope, survey.id, { answered: key, score: 7.5 })).toHaveLength(2);
  const { body } = await exportSurveyResponses(scope, survey.id, {});
  expect(await new Response(body).text()).toContain(',8.25,');
  const { id: accountId } = await scope.run((db) => db.account.findFirstOrThrow({ where: { workspaceId } }));
  const { events } = await findTimeline(scope, { accountId }, { only: 'answer', place: null });
  expect(events.map((event) => event.kind === 'answer' && event.answers[0]?.chosen).toSorted()).toEqual([
    ...['6 of 10', '7.5 of 10', '7.5 of 10', '8.25 of 10'],
  ]);
});

it('asks for the scale where nothing states it, refuses what is not on it, and tells older choices on it', async () => {
  const scope = await makeImporter();
  const content = file('ease', ['3', '9', '12', '7']);
  const first = await upload(scope, 'feedback', content);
  const asChoice = await answer(scope, first);
  const columns = (field: string) =>
    asChoice.columns.map((each) => (each.column === 'ease' ? { ...each, field } : each));
  await expect(startImport(scope, first, { ...asChoice, columns: columns('scaleScore') })).rejects.toThrow(
    'lowest and the highest',
  );
  await startImport(scope, first, { ...asChoice, columns: columns('answerChoice') });
  await runImport(scope, first, neverAborted);

  const second = await upload(scope, 'feedback', content.replaceAll('minutes', 'hours'));
  expect((await getProfile(scope, second)).saved).not.toBeNull();
  await startImport(scope, second, {
    ...asChoice,
    columns: columns('scaleScore').map((each) =>
      each.column === 'ease' ? { ...each, options: { scale: { low: 0, high: 10 } } } : each,
    ),
  });
  await runImport(scope, second, neverAborted);
  expect(await findErrorGroups(scope, second)).toMatchObject([{ column: 'ease' }]);
  const question = await scope.run((db) =>
    db.question.findFirstOrThrow({ where: { workspaceId: scope.workspaceId, text: 'ease' } }),
  );
  expect(question).toMatchObject({ kind: 'scale', scaleLow: 0, scaleHigh: 10 });
});
