import { beforeEach, describe, expect, it } from 'vitest';
import type { Scope } from '@/lib/db/scope';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { cancelImport } from '@/lib/ingest/cancel-import';
import { streamErrorReport } from '@/lib/ingest/error-report';
import { giveUpImport } from '@/lib/ingest/fail-import';
import { findErrorGroups, findImportErrors } from '@/lib/ingest/find-import-errors';
import { getImportState } from '@/lib/ingest/find-import-state';
import { findImports, getImport } from '@/lib/ingest/find-imports';
import { removeImport } from '@/lib/ingest/remove-import';
import { requestUndo } from '@/lib/ingest/request-undo';
import { resumeImport } from '@/lib/ingest/resume-import';
import { runImport } from '@/lib/ingest/run-import';
import { setFileFormat } from '@/lib/ingest/set-file-format';
import { startImport } from '@/lib/ingest/start-import';
import {
  answer,
  asMember,
  countTables,
  getProfile,
  importText,
  neverAborted,
  upload,
} from '@/lib/ingest/testing/make-import';
import { undoImport } from '@/lib/ingest/undo-import';
import { hasUpload, removeUpload } from '@/lib/ingest/upload-store';

let scope: Scope;
beforeEach(async () => {
  scope = asMember(await makeWorkspace());
});

/** Comments, one a day, by people at accounts. */
function commentsFile(rows: number): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const day = new Date(Date.UTC(2024, 0, 1 + (row % 300))).toISOString().slice(0, 10);
    return `${day},The export number ${row} took far too long today,${row % 11},person${row % 50}@example.org,Account ${row % 20}`;
  });
  return `date,comment,nps,email,company\n${lines.join('\n')}\n`;
}

const numbersOf = async (importId: string) => {
  const { status, rowsRead, rowsAdded, rowsUnchanged, rowsFailed } = await getImportState(scope, importId);
  return { status, rowsRead, rowsAdded, rowsUnchanged, rowsFailed };
};

async function readAll(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

describe('createImport', () => {
  it.each([
    ['', 'The file is empty.'],
    ['text,date\n', 'column names (text, date) but no rows'],
    [Buffer.from('504b030414000600', 'hex'), 'an Excel workbook or another ZIP archive'],
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
    });
    const proven = await saved('05/26/2024');
    expect(proven?.columns.find(({ field }) => field === 'occurredAt')?.options).toEqual({
      dateFormat: 'month-day-year',
      timeZone: 'Europe/Paris',
    });
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

  it('keeps no cell of the file in the database once it runs, and registers the columns kept as they are', async () => {
    const importId = await importText(scope, 'feedback', commentsFile(12));
    const profile = await getProfile(scope, importId);
    expect(JSON.stringify(profile)).not.toContain('person1@example.org');
    expect(JSON.stringify(profile)).not.toContain('took far too long');
  });
});

describe('runImport', () => {
  it('adds every row once, however often the file comes', async () => {
    const first = await importText(scope, 'feedback', commentsFile(1200));
    expect(await numbersOf(first)).toEqual({
      status: 'succeeded',
      rowsRead: 1200,
      rowsAdded: 1200,
      rowsUnchanged: 0,
      rowsFailed: 0,
    });
    const counts = await countTables(scope);
    expect(counts).toMatchObject({ feedback: 1200, responses: 1200, accounts: 20, contacts: 50 });
    const again = await importText(scope, 'feedback', commentsFile(1200));
    expect(await numbersOf(again)).toMatchObject({ rowsAdded: 0, rowsUnchanged: 1200 });
    expect(await countTables(scope)).toEqual(counts);
    expect(hasUpload(scope, again)).toBe(false);
  });

  it('keeps the good rows, and says of the bad ones where and why', async () => {
    const file = [
      'date,comment,nps',
      '2024-05-01,"Two lines\nof one comment here",9',
      '2024-05-02,A score that cannot be right,11',
      'yesterday,A day that is none of the calendar,5',
      '2024-05-03,,',
      '2024-05-04,"=cmd|calc is what it says",7,8,9',
      '2024-05-05,The last of the rows is good,3',
      ...Array.from(
        { length: 40 },
        (_, row) =>
          `2024-06-${String(1 + (row % 30)).padStart(2, '0')},Comment number ${row} of the rest,${row % 11}`,
      ),
    ].join('\n');
    const importId = await importText(scope, 'feedback', file);
    expect(await numbersOf(importId)).toMatchObject({ rowsRead: 46, rowsAdded: 42, rowsFailed: 4 });
    const { errors } = await findImportErrors(scope, importId);
    expect(errors.map(({ line, column }) => [line, column])).toEqual([
      [4, 'nps'],
      [5, 'date'],
      [6, 'comment'],
      [7, null],
    ]);
    expect(errors[2]?.reason).toBe('the row has neither text nor score');
    const page = await findImportErrors(scope, importId, { afterLine: 4, pageLength: 2 });
    expect(page).toMatchObject({ errors: [{ line: 5 }, { line: 6 }], nextAfterLine: 6 });
    const report = (await readAll(streamErrorReport(scope, importId))).split('\r\n');
    expect(report[0]).toBe('line,column,reason,date,comment,nps');
    expect(report[1]).toContain('A score that cannot be right,11');
    expect(report[4]).toContain("'=cmd|calc is what it says");
    expect(report).toHaveLength(6);
  });

  it('groups equal reasons', async () => {
    const file = `date,comment,nps\n${'2024-05-03,,\n'.repeat(30)}2024-05-04,This one has a comment to keep,12\n2024-05-04,And so has this one to be kept,13\n2024-05-04,The last one is fine as it is,9\n`;
    const importId = await upload(scope, 'feedback', file);
    const columns = [
      { field: 'occurredAt', column: 'date', options: { dateFormat: 'year-month-day' as const } },
      { field: 'text', column: 'comment', options: {} },
      { field: 'npsScore', column: 'nps', options: {} },
    ];
    await startImport(scope, importId, { columns, defaults: {} });
    await runImport(scope, importId, neverAborted);
    expect(await findErrorGroups(scope, importId)).toEqual([
      { reason: 'the row has neither text nor score', column: 'comment', rows: 30, firstLine: 2 },
      {
        reason: '… in column "nps" is not a whole number from 0 to 10',
        column: 'nps',
        rows: 2,
        firstLine: 32,
      },
    ]);
  });

  it('stops after the batch at hand when asked to, keeps what is written, and can go on', async () => {
    const importId = await upload(scope, 'feedback', commentsFile(1700));
    await startImport(scope, importId, await answer(scope, importId));
    const stop = new AbortController();
    stop.abort();
    await expect(runImport(scope, importId, stop.signal)).rejects.toThrow('aborted');
    await cancelImport(scope, importId);
    await runImport(scope, importId, neverAborted);
    expect(await numbersOf(importId)).toMatchObject({ status: 'cancelled', rowsRead: 500, rowsAdded: 500 });
    expect(await countTables(scope)).toMatchObject({ feedback: 500 });
    await resumeImport(scope, importId);
    await runImport(scope, importId, neverAborted);
    expect(await numbersOf(importId)).toMatchObject({ status: 'succeeded', rowsRead: 1700, rowsAdded: 1700 });
  });

  it('goes on after a crash where it stopped, and two workers at once count each row once', async () => {
    const importId = await upload(scope, 'feedback', commentsFile(1700));
    await startImport(scope, importId, await answer(scope, importId));
    const stop = new AbortController();
    stop.abort();
    await expect(runImport(scope, importId, stop.signal)).rejects.toThrow();
    await Promise.allSettled([
      runImport(scope, importId, neverAborted),
      runImport(scope, importId, neverAborted),
    ]);
    await runImport(scope, importId, neverAborted);
    expect(await numbersOf(importId)).toEqual({
      status: 'succeeded',
      rowsRead: 1700,
      rowsAdded: 1700,
      rowsUnchanged: 0,
      rowsFailed: 0,
    });
    expect(await countTables(scope)).toMatchObject({ feedback: 1700 });
  });

  it('says what to do when the file is gone', async () => {
    const importId = await upload(scope, 'feedback', commentsFile(20));
    await startImport(scope, importId, await answer(scope, importId));
    await removeUpload(scope, importId);
    await runImport(scope, importId, neverAborted);
    const row = await getImport(scope, importId);
    expect(row).toMatchObject({ status: 'failed', failure: expect.stringContaining('Upload it again') });
    await expect(resumeImport(scope, importId)).rejects.toThrow('Upload it again');
  });

  it('is failed with a reason after the last attempt, and goes on from there when asked', async () => {
    const importId = await upload(scope, 'feedback', commentsFile(700));
    await startImport(scope, importId, await answer(scope, importId));
    const stop = new AbortController();
    stop.abort();
    await expect(runImport(scope, importId, stop.signal)).rejects.toThrow();
    await giveUpImport(scope, importId);
    expect(await getImport(scope, importId)).toMatchObject({
      status: 'failed',
      rowsRead: 500,
      failure: expect.stringContaining('Try again'),
    });
    await resumeImport(scope, importId);
    await runImport(scope, importId, neverAborted);
    expect(await numbersOf(importId)).toMatchObject({ status: 'succeeded', rowsAdded: 700 });
  });
});

describe('cancelImport and removeImport', () => {
  it('cancels at once what has not begun, and throws away what was never started', async () => {
    const importId = await upload(scope, 'feedback', commentsFile(20));
    const other = await upload(scope, 'feedback', commentsFile(20));
    await startImport(scope, importId, await answer(scope, importId));
    await expect(removeImport(scope, importId)).rejects.toThrow('undo it instead');
    await cancelImport(scope, importId);
    expect(await numbersOf(importId)).toMatchObject({ status: 'cancelled', rowsRead: 0 });
    await expect(cancelImport(scope, importId)).rejects.toThrow('not running');
    await removeImport(scope, other);
    expect(hasUpload(scope, other)).toBe(false);
    await expect(getImport(scope, other)).rejects.toThrow('no such import');
  });
});

describe('undoImport', () => {
  it('leaves the tables as they were before', async () => {
    await importText(scope, 'feedback', commentsFile(30));
    const before = await countTables(scope);
    const more = commentsFile(600)
      .replaceAll('export number', 'import number')
      .replaceAll('person', 'colleague')
      .replaceAll('Account 1', 'Firm 1');
    const importId = await importText(scope, 'feedback', more);
    expect((await countTables(scope)).feedback).toBe(630);
    await requestUndo(scope, importId);
    await undoImport(scope, importId);
    expect(await numbersOf(importId)).toMatchObject({ status: 'undone' });
    expect(await countTables(scope)).toEqual(before);
    await expect(requestUndo(scope, importId)).rejects.toThrow('nothing to undo');
  });

  it('puts accounts back, and leaves to a later import what that one wrote', async () => {
    const accounts = (plan: string) =>
      `account_id,name,plan\n${Array.from({ length: 25 }, (_, n) => `A-${n}x,Firm ${n},${plan}`).join('\n')}\n`;
    const planOf = async () =>
      (await scope.run((db) => db.account.findFirst({ where: { workspaceId: scope.workspaceId } })))?.plan;
    const first = await importText(scope, 'accounts', accounts('Basic'));
    const second = await importText(scope, 'accounts', accounts('Pro'));
    await requestUndo(scope, first);
    await undoImport(scope, first);
    expect(await planOf()).toBe('Pro');
    expect(await countTables(scope)).toMatchObject({ accounts: 25 });
    await requestUndo(scope, second);
    await undoImport(scope, second);
    expect(await countTables(scope)).toMatchObject({ accounts: 0, importChanges: 0 });

    await importText(scope, 'accounts', accounts('Basic'));
    const third = await importText(scope, 'accounts', accounts('Team'));
    await requestUndo(scope, third);
    await undoImport(scope, third);
    expect(await planOf()).toBe('Basic');
  });

  it('does not see imports of another workspace', async () => {
    const importId = await importText(scope, 'feedback', commentsFile(10));
    const other = asMember(await makeWorkspace());
    await expect(requestUndo(other, importId)).rejects.toThrow('nothing to undo');
    await expect(getImport(other, importId)).rejects.toThrow('no such import');
    expect((await findImports(other, { olderThan: null })).imports).toEqual([]);
  });
});
