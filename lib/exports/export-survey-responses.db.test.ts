import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { exportSurveyResponses } from '@/lib/exports/export-survey-responses';
import { countSurveyResponses } from '@/lib/surveys/find-survey-responses';
import { makeIdentitySecret, resolveIdentity } from '@/lib/surveys/identity';
import { signIdentity } from '@/lib/surveys/identity-token';
import { saveAnswers } from '@/lib/surveys/save-answers';
import { makeTemplate } from '@/lib/surveys/templates';
import { makeSurvey } from '@/lib/surveys/testing/make-survey';
import { makeMember, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

async function open() {
  const { scope } = await makeOwnedWorkspace();
  const surveyId = await makeSurvey(scope, { definition: { ...makeTemplate('nps'), fields: ['campaign'] } });
  const secret = await makeIdentitySecret(scope);
  const ann = await resolveIdentity(scope, signIdentity(secret, { contact: 'u1', name: 'Ann Lee' }));
  const save = (answers: Record<string, string | number>, person: typeof ann, isDone: boolean) =>
    saveAnswers(scope, {
      ...{ surveyId, responseId: newId(), person, answers, isDone, revision: null, language: 'en' },
      ...{ channel: 'page', elapsedMs: 12_000, fields: { campaign: '@spring' } },
    });
  await save({ nps: 5, why: 'Elsewhere said.' }, null, true);
  await save({ nps: 9, why: `=1+1 ${'long '.repeat(200)}end` }, ann, true);
  await save({ nps: 3 }, null, false);
  // As an import has it, which does not say what the words answer.
  await scope.run(
    (db) => db.$executeRaw`UPDATE feedback SET external_id = 'row-1' WHERE text LIKE 'Elsewhere%'`,
  );
  return { scope, surveyId };
}

const read = async (file: { body: ReadableStream<Uint8Array> }) => new Response(file.body).text();

describe('exportSurveyResponses', () => {
  it('has every response of the selection with all its words, and no cell that a spreadsheet runs', async () => {
    const { scope, surveyId } = await open();
    const text = await read(await exportSurveyResponses(scope, surveyId, {}));
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + (await countSurveyResponses(scope, surveyId, {})));
    expect(lines[0]).toContain('(nps)');
    expect(text).toContain("'=1+1 long");
    expect(text).toContain('long end');
    expect(text).toMatch(/,5,,Elsewhere said\.,,'@spring/);
    expect(text).toContain("'@spring");
    expect(text).toMatch(/completed,.*,12,page,en,,[\w-]{36},Ann Lee,9,/);
    expect(text).toMatch(/not completed,/);
    const some = await exportSurveyResponses(scope, surveyId, { score: 3, answered: 'nps' });
    expect((await read(some)).trimEnd().split('\r\n')).toHaveLength(2);
    const taken = await scope.run((db) =>
      db.export.findMany({ where: { kind: 'survey responses' }, orderBy: { rows: 'asc' } }),
    );
    expect(taken.map(({ rows }) => rows)).toEqual([1, 3]);
  });

  it('says who people are only to those who may hand that out', async () => {
    const { scope, surveyId } = await open();
    const lead = await makeMember(scope, 'cx_lead');
    const text = await read(await exportSurveyResponses(lead.scope, surveyId, {}));
    expect(text).not.toContain('Ann');
    expect(text).toContain('contact id');
    expect(text).toMatch(/page,en,,[\w-]{36},9,/);
  });

  it('hands nothing to whom the table of rights does not allow it', async () => {
    const { scope, surveyId } = await open();
    const viewer = await makeMember(scope, 'viewer');
    await expect(exportSurveyResponses(viewer.scope, surveyId, {})).rejects.toThrow(
      'Your role does not allow',
    );
  });
});
