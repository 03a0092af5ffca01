import { beforeEach, describe, expect, it } from 'vitest';
import { countFeedback } from '@/lib/annotations/find-feedback';
import type { Scope } from '@/lib/db/scope';
import { findErrorGroups, findImportErrors } from '@/lib/ingest/find-import-errors';
import { getImportState } from '@/lib/ingest/find-import-state';
import { runImport } from '@/lib/ingest/run-import';
import { startImport } from '@/lib/ingest/start-import';
import { importText, makeImporter, neverAborted, upload } from '@/lib/ingest/testing/make-import';

let scope: Scope;
beforeEach(async () => {
  scope = await makeImporter();
});

const numbersOf = async (importId: string) => {
  const { rowsAdded, rowsUnchanged, rowsFailed } = await getImportState(scope, importId);
  return { rowsAdded, rowsUnchanged, rowsFailed };
};

describe('a row that is refused', () => {
  it('keeps of a refused row neither the text nor the score, and mixes no one’s answers', async () => {
    const fileOf = (...lines: string[]) => `ticket_id,nps,comment,date,wave\n${lines.join('\n')}\n`;
    const others = Array.from({ length: 60 }, (_, n) => `o-${n}x,,Search number ${n} is slow,2024-06-02,b`);
    await importText(
      scope,
      'feedback',
      fileOf(
        'w-1x,10,,2024-06-01,a',
        'w-2x,9,,2024-06-01,a',
        'w-3x,,The export of reports is slow,2024-06-01,a',
      ),
    );
    const answers = () =>
      scope.run((db) =>
        db.answer.findMany({
          where: { workspaceId: scope.workspaceId, response: { custom: { path: ['wave'], not: '' } } },
          select: { score: true },
          orderBy: { score: 'asc' },
        }),
      );
    const second = fileOf(
      'w-1x,2,Terrible and useless product,2024-06-02,b',
      'w-2x,1,,2024-06-02,b',
      'w-3x,4,Quite another text than before,2024-06-02,b',
      'w-4x,8,Good enough for our small team,2024-06-02,b',
      'w-4x,7,Good enough for our small team,2024-06-02,b',
      'w-5x,,The search finds nothing at all,2024-06-02,b',
      'w-5x,3,A second text under that identifier,2024-06-02,b',
      ...others,
    );
    const importId = await importText(scope, 'feedback', second);
    expect(await numbersOf(importId)).toMatchObject({ rowsAdded: 62, rowsUnchanged: 0, rowsFailed: 5 });
    expect((await findImportErrors(scope, importId)).errors).toMatchObject([
      { line: 2, reason: expect.stringContaining('with another score or answer') },
      { line: 3, reason: expect.stringContaining('with another score or answer') },
      { line: 4, reason: expect.stringContaining('with another text') },
      { line: 6, reason: expect.stringContaining('with another score or answer') },
      { line: 8, reason: expect.stringContaining('with another text') },
    ]);
    expect(await answers()).toEqual([{ score: 8 }, { score: 9 }, { score: 10 }]);
    expect(await countFeedback(scope, { import: importId })).toBe(62);
  });

  it('refuses what is dated in the future, by its column', async () => {
    const file =
      'ref,comment,date\nf-1,The search finds nothing,2024-05-01\nf-2,The search is slow,2099-01-01\n';
    const importId = await importText(scope, 'feedback', file);
    expect((await findImportErrors(scope, importId)).errors).toMatchObject([
      { line: 3, column: 'date', reason: 'it is dated 2099-01-01, which is in the future' },
    ]);
  });

  it('keeps of two accounts with one identifier the first, and says so of the other', async () => {
    const file = [
      'account_id,name,plan',
      ...Array.from({ length: 20 }, (_, n) => `acc-${n}x,Company ${n},Pro`),
      'acc-3x,Company three,Enterprise',
    ].join('\n');
    const importId = await importText(scope, 'accounts', `${file}\n`);
    expect(await numbersOf(importId)).toMatchObject({ rowsAdded: 20, rowsFailed: 1 });
    expect((await findImportErrors(scope, importId)).errors).toMatchObject([
      { line: 22, column: 'account_id', reason: expect.stringContaining('has the same identifier') },
    ]);
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
      {
        reason: 'the row has neither text nor score',
        column: 'comment',
        rows: 30,
        firstRow: 0,
        firstLine: 2,
      },
      {
        reason: '… in column "nps" is not a whole number from 0 to 10',
        column: 'nps',
        rows: 2,
        firstRow: 30,
        firstLine: 32,
      },
    ]);
  });
});
