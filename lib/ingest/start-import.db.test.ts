import { beforeEach, describe, expect, it } from 'vitest';
import type { Scope } from '@/lib/db/scope';
import { headerKey } from '@/lib/ingest/csv/header-key';
import { findSourceChoice } from '@/lib/ingest/ensure-source';
import { findImports } from '@/lib/ingest/find-imports';
import { forgetUpload } from '@/lib/ingest/forget-upload';
import { runImport } from '@/lib/ingest/run-import';
import { setFileFormat } from '@/lib/ingest/set-file-format';
import { startImport } from '@/lib/ingest/start-import';
import {
  answer,
  commentsFile,
  getProfile,
  importText,
  makeImporter,
  neverAborted,
  upload,
} from '@/lib/ingest/testing/make-import';
import { hasUpload } from '@/lib/ingest/upload-store';

const DAY_MS = 86_400_000;

let scope: Scope;
beforeEach(async () => {
  scope = await makeImporter();
});

describe('createImport', () => {
  it.each([
    ['', 'The file is empty.'],
    ['\n\n\n', 'nothing but empty lines'],
    ['text,date\n', 'column names (text, date) but no rows'],
    [Buffer.from('504b030414000600', 'hex'), 'This archive cannot be opened'],
    [Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'a PNG picture'],
    [Buffer.from([1, 2, 3, 0, 0, 0, 4, 5, 0, 0, 1, 2]), 'a binary file'],
  ])('refuses %j and leaves nothing behind', async (content, reason) => {
    await expect(upload(scope, 'feedback', content)).rejects.toThrow(reason);
    expect((await findImports(scope, { olderThan: null })).imports).toEqual([]);
  });

  it('finds UTF-16 with tabs, and reads the file anew as a person says it is written', async () => {
    const text = '\ufeffdate\tcomment\n2024-05-01\tLe café était très bien ce matin\n';
    const importId = await upload(scope, 'feedback', Buffer.from(text, 'utf16le'));
    const found = await getProfile(scope, importId);
    expect(found).toMatchObject({
      encoding: { encoding: 'utf-16le', confidence: 'certain' },
      dialect: { delimiter: '\t', hasHeader: true },
      header: ['date', 'comment'],
      rows: { count: 1, isExact: true },
    });
    await setFileFormat(scope, importId, { encoding: 'utf-16le', delimiter: ';', hasHeader: false });
    expect((await getProfile(scope, importId)).header).toEqual(['column 1']);
  });

  it('keeps of texts in its sample what will be stored, and contacts as they are', async () => {
    const file =
      'date,comment,email,backup,note\n2026-08-01,Call Ann Lee on +49 30 901820 or a@b.org,ann@b.org,x@y.org,asked c@d.org\n';
    const { sampleRows, columns } = await getProfile(scope, await upload(scope, 'feedback', file));
    const row = ['2026-08-01', 'Call [name] on [phone] or [email]', 'ann@b.org', 'x@y.org', 'asked [email]'];
    expect(sampleRows).toEqual([row]);
    expect(columns.flatMap(({ examples }) => examples)).toEqual(row);
  });

  it('leaves nothing after a week of a file that nobody imported', async () => {
    const importId = await upload(scope, 'feedback', commentsFile(20));
    await forgetUpload(scope, importId, new Date(Date.now() + 6 * DAY_MS));
    expect(hasUpload(scope, importId)).toBe(true);
    await forgetUpload(scope, importId, new Date(Date.now() + 8 * DAY_MS));
    expect(hasUpload(scope, importId)).toBe(false);
    await expect(getProfile(scope, importId)).rejects.toThrow();
  });

  it('offers the mapping of the last file with this header, without its day and with what this file proves', async () => {
    const file = (date: string) => `date,words\n${date},The export is broken again today\n`;
    const first = await upload(scope, 'feedback', file('03/04/2024'));
    const options = { date: { dateFormat: 'day-month-year' as const, timeZone: 'Europe/Paris' } };
    await startImport(scope, first, await answer(scope, first, { channel: 'chat' }, options));
    const saved = async (date: string) =>
      (await getProfile(scope, await upload(scope, 'feedback', file(date)))).saved;
    expect(await saved('05/06/2024')).toEqual({
      columns: expect.arrayContaining([{ field: 'occurredAt', column: 'date', options: options.date }]),
      defaults: { channel: 'chat' },
      anew: [],
    });
    const proven = await saved('05/26/2024');
    expect(proven?.columns.find(({ field }) => field === 'occurredAt')?.options).toEqual({
      dateFormat: 'month-day-year',
      timeZone: 'Europe/Paris',
    });
  });

  it('maps anew a column that was empty in the last file, but none that a person left out', async () => {
    const file = (churned: string) => `id,churn_date,note\na-1,${churned},internal words here\n`;
    const first = await upload(scope, 'accounts', file(''));
    const { columns, defaults } = await answer(scope, first);
    const kept = columns.filter(({ column }) => column !== 'note');
    await startImport(scope, first, { columns: kept, defaults });
    const { saved } = await getProfile(scope, await upload(scope, 'accounts', file('2026-05-13')));
    expect(saved?.columns.map(({ field, column }) => [field, column])).toEqual([
      ['externalId', 'id'],
      ['churnedAt', 'churn_date'],
    ]);
    expect(saved?.anew).toEqual(['churn_date']);
  });
});

describe('startImport', () => {
  it('refuses dates that read two ways until somebody says which', async () => {
    const importId = await upload(scope, 'feedback', 'date,comment\n03/04/2024,The export is broken again\n');
    await expect(startImport(scope, importId, await answer(scope, importId))).rejects.toThrow(
      'Say how the dates of "date" are written',
    );
    const said = await answer(scope, importId, {}, { date: { dateFormat: 'day-month-year' } });
    await startImport(scope, importId, said);
    await runImport(scope, importId, neverAborted);
    const [row] = await scope.run((db) =>
      db.feedback.findMany({ where: { workspaceId: scope.workspaceId }, select: { occurredAt: true } }),
    );
    expect(row?.occurredAt.toISOString()).toBe('2024-04-03T00:00:00.000Z');
  });

  it('refuses amounts without currency, feedback without dates, and columns that are not there', async () => {
    const importId = await upload(scope, 'feedback', 'comment,amount\nThe export is broken again,12.50\n');
    const start = async (currency?: string, occurredAt?: string) =>
      startImport(scope, importId, await answer(scope, importId, { currency, occurredAt }));
    await expect(start()).rejects.toThrow('Say which currency the amounts of "amount" are in');
    await expect(start('EUR')).rejects.toThrow('Say when this was said');
    const stranger = { columns: [{ field: 'text', column: 'words', options: {} }], defaults: {} };
    await expect(startImport(scope, importId, stranger)).rejects.toThrow('no column "words"');
    await start('EUR', '2024-05-01T00:00:00Z');
    await expect(start('EUR', '2024-05-01T00:00:00Z')).rejects.toThrow('started already');
  });

  it('keeps files of two systems with one header apart where a person names their sources', async () => {
    const file = (text: string) => `id,date,comment\n1,2026-05-01,${text}\n`;
    const run = async (text: string, source?: string) => {
      const importId = await upload(scope, 'feedback', file(text));
      const { columns, defaults } = await answer(scope, importId);
      await startImport(scope, importId, { columns, defaults }, source);
      await runImport(scope, importId, neverAborted);
    };
    await run('The export is broken again');
    await run('Nobody called me back about it', 'Chats');
    await run('It is as slow as ever today', 'Chats');
    const { imports } = await findImports(scope, { olderThan: null });
    expect(
      imports.map(({ sourceName, rowsAdded, rowsFailed }) => [sourceName, rowsAdded, rowsFailed]),
    ).toEqual([
      ['Chats', 0, 1],
      ['Chats', 1, 0],
      ['test', 1, 0],
    ]);
    const key = headerKey(['id', 'date', 'comment']);
    expect(await findSourceChoice(scope, { target: 'feedback', fileName: 'x.csv', headerKey: key })).toEqual({
      usual: 'test',
      names: ['Chats', 'test'],
    });
  });

  it('keeps no cell of the file in the database once it runs, and registers the columns kept as they are', async () => {
    const importId = await importText(scope, 'feedback', commentsFile(12));
    const profile = await getProfile(scope, importId);
    expect(JSON.stringify(profile)).not.toContain('person1@example.org');
    expect(JSON.stringify(profile)).not.toContain('took far too long');
  });
});
