import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findErrorGroups } from '@/lib/ingest/find-import-errors';
import { getImportState } from '@/lib/ingest/find-import-state';
import { requestUndo } from '@/lib/ingest/request-undo';
import { runImport } from '@/lib/ingest/run-import';
import { startImport } from '@/lib/ingest/start-import';
import {
  answer,
  countTables,
  getProfile,
  importText,
  makeImporter,
  smallBatches,
  upload,
} from '@/lib/ingest/testing/make-import';
import { makeWorkbook } from '@/lib/ingest/testing/make-workbook';
import { undoImport } from '@/lib/ingest/undo-import';

const HEADER =
  'StartDate,EndDate,Finished,RecordedDate,ResponseId,RecipientEmail,UserLanguage,Q1,Q2,Q3,Q4_1,Q4_2';
const LABELS =
  'Start Date,End Date,Finished,Recorded Date,Response ID,Recipient Email,User Language,How likely are you to recommend us?,Why?,What is missing?,Which do you use?: Web,Which do you use?: App';

function qualtrics(rows: number): string {
  const ids = HEADER.split(',').map((name) => `"{""ImportId"":""${name}""}"`);
  const lines = Array.from({ length: rows }, (_, n) => {
    const day = `2026-03-${String((n % 28) + 1).padStart(2, '0')} 10:00:00`;
    return [
      day,
      day,
      1,
      day,
      `R_${n}x`,
      `p${n}@acme.test`,
      'EN',
      n % 11,
      `It took ${n} minutes to load.`,
      n % 2 ? `A way to export ${n} at once.` : '',
      'Web',
      n % 3 ? 'App' : '',
    ].join(',');
  });
  return `${HEADER}\n${LABELS}\n${ids.join(',')}\n${lines.join('\n')}\n`;
}

describe('imports of files of all kinds', () => {
  it('reads a questionnaire question by question, once, and takes it back', async () => {
    const scope = await makeImporter();
    const before = await countTables(scope);
    const packed = zipSync({ 'results/export.csv': strToU8(qualtrics(30)) });
    const importId = await upload(scope, 'feedback', packed);
    const profile = await getProfile(scope, importId);
    expect(profile).toMatchObject({ tool: 'Qualtrics', rows: { count: 30, isExact: true } });
    await startImport(scope, importId, await answer(scope, importId));
    await runImport(scope, importId, new AbortController().signal);
    expect(await countTables(scope)).toMatchObject({
      responses: 30,
      feedback: 45,
      answers: 30 + 30 + 15 + 30,
    });
    const { workspaceId } = scope;
    const survey = await scope.run((db) =>
      db.survey.findFirstOrThrow({
        where: { workspaceId },
        include: { responses: { include: { answers: { include: { question: true } } } } },
      }),
    );
    expect(survey).toMatchObject({ publicKey: null, metric: 'nps', name: 'test' });
    const [first] = survey.responses.filter(({ externalId }) => externalId === 'R_1x');
    const answers = first?.answers.map(({ question, score, choices }) => [question?.text, score, choices]);
    expect(answers?.sort()).toEqual([
      ['Q1: How likely are you to recommend us?', 1, []],
      ['Q2: Why?', null, []],
      ['Q3: What is missing?', null, []],
      ['Q4: Which do you use?', null, ['Web', 'App']],
    ]);
    await importText(scope, 'feedback', gzipSync(qualtrics(30)));
    expect(await countTables(scope)).toMatchObject({ responses: 30, feedback: 45 });
    await requestUndo(scope, importId);
    await undoImport(scope, importId);
    expect(await countTables(scope)).toEqual(before);
    expect(await scope.run((db) => db.survey.count({ where: { workspaceId } }))).toBe(0);
  });

  it('goes on from the row it reached in packed JSON Lines, with the broken line refused', async () => {
    const scope = await makeImporter();
    const lines = Array.from({ length: 1200 }, (_, n) =>
      n === 700
        ? '{"date": oops'
        : JSON.stringify({
            date: '2026-03-01',
            comment: `The export took ${n} minutes today.`,
            user: { email: `p${n % 9}@acme.test` },
          }),
    );
    const importId = await upload(scope, 'feedback', gzipSync(lines.join('\n')));
    await startImport(scope, importId, await answer(scope, importId));
    const dying = new AbortController();
    dying.abort();
    await expect(runImport(scope, importId, dying.signal, smallBatches)).rejects.toThrow();
    expect(await getImportState(scope, importId)).toMatchObject({ status: 'running', rowsRead: 500 });
    await runImport(scope, importId, new AbortController().signal);
    const state = await getImportState(scope, importId);
    expect(state).toMatchObject({ status: 'succeeded', rowsRead: 1200, rowsAdded: 1199, rowsFailed: 1 });
    expect(await findErrorGroups(scope, importId)).toMatchObject([{ firstLine: 701 }]);
    expect(await countTables(scope)).toMatchObject({ feedback: 1199, contacts: 9 });
  });

  it('reads a workbook and a mailbox, whose own people are no customers', async () => {
    const scope = await makeImporter();
    const row = (n: number) =>
      `<row r="${n + 2}"><c t="inlineStr"><is><t>The export took ${n} minutes today.</t></is></c><c s="1"><v>${45000 + n}</v></c></row>`;
    const sheet = `<row r="1"><c t="str"><v>comment</v></c><c t="str"><v>date</v></c></row>${Array.from({ length: 12 }, (_, n) => row(n)).join('')}`;
    await importText(scope, 'feedback', makeWorkbook({ Data: sheet }));
    expect(await countTables(scope)).toMatchObject({ feedback: 12 });
    const { workspaceId } = scope;
    const member = await scope.run((db) =>
      db.member.findFirstOrThrow({ where: { workspaceId }, include: { user: true } }),
    );
    const letter = (from: string, text: string, n: number) =>
      `From x Mon Mar  2 10:00:00 2026\nFrom: ${from}\nMessage-ID: <${n}@x>\nDate: Mon, 2 Mar 2026 10:00:00 +0100\nSubject: Export\n\n${text}\n\nOn Sun, 1 Mar 2026 Bob wrote:\n> Hello\n\n`;
    const mailId = await importText(
      scope,
      'feedback',
      letter('Ann <ann@customer-co.test>', 'It still fails every morning.', 1) +
        letter(member.user.email, 'We look into it.', 2),
    );
    const groups = await findErrorGroups(scope, mailId);
    const own = await scope.run((db) =>
      db.feedback.findMany({ where: { workspaceId, importId: mailId }, include: { contact: true } }),
    );
    expect(own.map(({ text, title, channel, contact }) => [text, title, channel, contact?.email])).toEqual([
      ['It still fails every morning.', 'Export', 'email', 'ann@customer-co.test'],
    ]);
    expect(groups).toMatchObject([{ reason: 'your own people wrote this, not a customer' }]);
  });
});
