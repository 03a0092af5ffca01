import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { env } from '@/lib/core/env';
import { database } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { cancelImport } from '@/lib/ingest/cancel-import';
import { streamErrorReport } from '@/lib/ingest/error-report';
import { giveUpImport } from '@/lib/ingest/fail-import';
import { findErrorGroups, findImportErrors } from '@/lib/ingest/find-import-errors';
import { getImportState } from '@/lib/ingest/find-import-state';
import { getImport } from '@/lib/ingest/find-imports';
import { forgetUpload } from '@/lib/ingest/forget-upload';
import { removeImport } from '@/lib/ingest/remove-import';
import { requestUndo } from '@/lib/ingest/request-undo';
import { resumeImport } from '@/lib/ingest/resume-import';
import { runImport } from '@/lib/ingest/run-import';
import { startImport } from '@/lib/ingest/start-import';
import {
  answer,
  commentsFile,
  countTables,
  importText,
  makeImporter,
  neverAborted,
  smallBatches,
  upload,
} from '@/lib/ingest/testing/make-import';
import { undoImport } from '@/lib/ingest/undo-import';
import { hasErrorReport, hasUpload, removeUpload } from '@/lib/ingest/upload-store';

let scope: Scope;
beforeEach(async () => {
  scope = await makeImporter();
});

const numbersOf = async (importId: string) => {
  const { status, rowsRead, rowsAdded, rowsUnchanged, rowsFailed } = await getImportState(scope, importId);
  return { status, rowsRead, rowsAdded, rowsUnchanged, rowsFailed };
};

async function readAll(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

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
    const page = await findImportErrors(scope, importId, { after: errors[0]?.index, pageLength: 2 });
    expect(page).toMatchObject({ errors: [{ line: 5 }, { line: 6 }], nextAfter: errors[2]?.index });
    for (const { firstRow, firstLine, rows } of await findErrorGroups(scope, importId)) {
      const { errors: ofGroup } = await findImportErrors(scope, importId, { like: firstRow });
      expect(ofGroup).toHaveLength(rows);
      expect(ofGroup[0]?.line).toBe(firstLine);
    }
    expect(hasUpload(scope, importId)).toBe(false);
    const report = (await readAll(streamErrorReport(scope, importId))).split('\r\n');
    expect(report[0]).toBe('line,column,reason,date,comment,nps');
    expect(report[1]).toContain('A score that cannot be right,11');
    expect(report[4]).toContain("'=cmd|calc is what it says");
    expect(report).toHaveLength(6);
  });

  it('keeps personal data neither in the report on refused rows nor in the file beside it', async () => {
    const file = [
      'date,comment,nps',
      '2024-05-01,Write to ann.lee@example.org or call +1 415 555 0132 please,11',
      ...Array.from({ length: 30 }, (_, row) => `2024-06-01,Comment number ${row} of the rest,${row % 11}`),
    ].join('\n');
    const importId = await upload(scope, 'feedback', file);
    await startImport(scope, importId, await answer(scope, importId));
    await runImport(scope, importId, neverAborted);
    const report = await readAll(streamErrorReport(scope, importId));
    expect(report).toContain('Write to [email] or call [phone] please,11');
    const files = await readdir(path.join(env().DATA_DIR, 'uploads', scope.workspaceId));
    expect(files).toEqual([`${importId}.errors.csv`]);
    await requestUndo(scope, importId);
    await undoImport(scope, importId);
    expect(hasErrorReport(scope, importId)).toBe(false);
  });

  it('passes over the same text again as it is stored, and refuses another one under its identifier', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, n) => `t-${n}x,2024-06-01,Ticket number ${n} is about search`,
    );
    const redacted = 'a-1x,2024-06-02,Mail me at ann.lee@example.org';
    const fileOf = (...lines: string[]) => `ticket_id,date,comment\n${lines.join('\n')}\n`;
    await importText(scope, 'feedback', fileOf(...rows, redacted));
    const again = await importText(scope, 'feedback', fileOf(...rows, redacted));
    expect(await numbersOf(again)).toMatchObject({ rowsUnchanged: 31, rowsFailed: 0 });
    const changed = await importText(
      scope,
      'feedback',
      fileOf(...rows, 'a-1x,2024-06-02,Call me or ann.lee@example.org'),
    );
    expect(await numbersOf(changed)).toMatchObject({ rowsUnchanged: 30, rowsFailed: 1 });
    expect((await findImportErrors(scope, changed)).errors).toMatchObject([
      { line: 32, reason: expect.stringContaining('imported before with another text') },
    ]);
  });

  it('counts a row that comes twice in one file once, and refuses the second of two that differ', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, n) => `t-${n}x,2024-06-01,Ticket number ${n} is about search`,
    );
    const again = [
      't-1x,2024-06-01,Ticket number 1 is about search',
      't-2x,2024-06-01,Ticket 2 says another',
    ];
    const lines = ['ticket_id,date,comment', ...rows, ...again];
    const importId = await upload(scope, 'feedback', lines.join('\n'));
    const columns = [
      { field: 'externalId', column: 'ticket_id', options: {} },
      { field: 'occurredAt', column: 'date', options: { dateFormat: 'year-month-day' as const } },
      { field: 'text', column: 'comment', options: {} },
    ];
    await startImport(scope, importId, { columns, defaults: {} });
    await runImport(scope, importId, neverAborted);
    expect(await numbersOf(importId)).toMatchObject({ rowsAdded: 30, rowsUnchanged: 1, rowsFailed: 1 });
    expect(await countTables(scope)).toMatchObject({ feedback: 30 });
  });

  it('stops after the batch at hand when asked to, keeps what is written, and can go on', async () => {
    const importId = await upload(scope, 'feedback', commentsFile(1700));
    await startImport(scope, importId, await answer(scope, importId));
    const stop = new AbortController();
    stop.abort();
    await expect(runImport(scope, importId, stop.signal, smallBatches)).rejects.toThrow('aborted');
    await cancelImport(scope, importId);
    await runImport(scope, importId, neverAborted, smallBatches);
    expect(await numbersOf(importId)).toMatchObject({ status: 'cancelled', rowsRead: 500, rowsAdded: 500 });
    expect(await countTables(scope)).toMatchObject({ feedback: 500 });
    await resumeImport(scope, importId);
    await runImport(scope, importId, neverAborted, smallBatches);
    expect(await numbersOf(importId)).toMatchObject({ status: 'succeeded', rowsRead: 1700, rowsAdded: 1700 });
  });

  it('goes on after a crash where it stopped, and two workers at once count each row once', async () => {
    const importId = await upload(scope, 'feedback', commentsFile(1700));
    await startImport(scope, importId, await answer(scope, importId));
    const stop = new AbortController();
    stop.abort();
    await expect(runImport(scope, importId, stop.signal, smallBatches)).rejects.toThrow();
    await Promise.allSettled([
      runImport(scope, importId, neverAborted, smallBatches),
      runImport(scope, importId, neverAborted, smallBatches),
    ]);
    await runImport(scope, importId, neverAborted, smallBatches);
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
    await expect(runImport(scope, importId, stop.signal, smallBatches)).rejects.toThrow();
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

describe('forgetUpload', () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

  it('keeps the file of a stopped import for a week, then the redacted report alone', async () => {
    const importId = await upload(
      scope,
      'feedback',
      commentsFile(700).replace('took far too long today,0', 'came from bob@example.org,11'),
    );
    await startImport(scope, importId, await answer(scope, importId));
    const stop = new AbortController();
    stop.abort();
    await expect(runImport(scope, importId, stop.signal, smallBatches)).rejects.toThrow();
    await forgetUpload(scope, importId, inDays(8));
    expect(hasUpload(scope, importId)).toBe(true);
    await giveUpImport(scope, importId);
    const jobs = await database().$queryRaw<{ days: number }[]>`
      SELECT round(extract(epoch FROM start_after - created_on) / 86400)::int AS days FROM pgboss.job
      WHERE name = 'ingest.forget-upload' AND data->>'importId' = ${importId}`;
    expect(jobs).toEqual([{ days: 7 }, { days: 7 }]);
    await forgetUpload(scope, importId, inDays(6));
    expect(hasUpload(scope, importId)).toBe(true);
    await forgetUpload(scope, importId, inDays(8));
    expect(hasUpload(scope, importId)).toBe(false);
    expect(await readAll(streamErrorReport(scope, importId))).toContain('came from [email],11');
    await expect(resumeImport(scope, importId)).rejects.toThrow('Upload it again');
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
