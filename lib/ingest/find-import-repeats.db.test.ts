import { expect, it } from 'vitest';
import type { Scope } from '@/lib/db/scope';
import { findImportErrors } from '@/lib/ingest/find-import-errors';
import { findImportRepeats, type ImportRepeatRow } from '@/lib/ingest/find-import-repeats';
import { getImportState } from '@/lib/ingest/find-import-state';
import { requestUndo } from '@/lib/ingest/request-undo';
import { commentsFile, importText, makeImporter } from '@/lib/ingest/testing/make-import';
import { undoImport } from '@/lib/ingest/undo-import';

async function readAllRepeats(scope: Scope, importId: string): Promise<ImportRepeatRow[]> {
  const all: ImportRepeatRow[] = [];
  for (let after: number | null = -1; after !== null; ) {
    const page: Awaited<ReturnType<typeof findImportRepeats>> = await findImportRepeats(scope, importId, {
      after,
      pageLength: 7,
    });
    all.push(...page.repeats);
    after = page.nextAfter;
  }
  return all;
}

it('lists each row that was here already with what it is and what it came with', async () => {
  const scope = await makeImporter();
  const first = await importText(scope, 'feedback', commentsFile(20));
  expect(await findImportRepeats(scope, first)).toEqual({ repeats: [], nextAfter: null });
  const wordless = '2024-12-01,,7,solo@example.org,Account 1';
  const more = await importText(scope, 'feedback', `${commentsFile(30)}${wordless}\n`);
  const again = await importText(scope, 'feedback', `${commentsFile(30)}${wordless}\n`);

  const repeats = await readAllRepeats(scope, again);
  expect((await getImportState(scope, again)).rowsUnchanged).toBe(31);
  expect(repeats.map(({ line }) => line)).toEqual(Array.from({ length: 31 }, (_, row) => row + 2));
  expect(repeats.map(({ stored }) => stored?.importId)).toEqual([
    ...Array(20).fill(first),
    ...Array(11).fill(more),
  ]);
  expect(repeats[0]?.stored).toMatchObject({
    kind: 'comment',
    label: 'The export number 0 took far too long today',
    fileName: 'test.csv',
  });
  expect(repeats[30]?.stored).toMatchObject({ kind: 'response', label: null });
  expect(await findImportRepeats(await makeImporter(), again)).toEqual({ repeats: [], nextAfter: null });

  await requestUndo(scope, more);
  await undoImport(scope, more);
  expect((await readAllRepeats(scope, again)).map(({ stored }) => stored !== null)).toEqual([
    ...Array(20).fill(true),
    ...Array(11).fill(false),
  ]);
  expect(await readAllRepeats(scope, more)).toEqual([]);
});

it('lists accounts that are here as a file has them', async () => {
  const scope = await makeImporter();
  const file = 'account id,account name,plan\nA-1x,Firm 1,Pro\nA-2x,Firm 2,Pro\n';
  const first = await importText(scope, 'accounts', file);
  const again = await importText(scope, 'accounts', `${file}A-3x,Firm 3,Basic\n`);
  expect(await readAllRepeats(scope, again)).toMatchObject([
    { index: 0, line: 2, stored: { kind: 'account', label: 'Firm 1', importId: first } },
    { index: 1, line: 3, stored: { kind: 'account', label: 'Firm 2', importId: first } },
  ]);
});

it('tells rows of one line apart', async () => {
  const scope = await makeImporter();
  const records = Array.from({ length: 12 }, (_, n) => ({
    date: n % 3 === 0 ? 'no date at all' : '2026-03-01',
    comment: `The export took ${n} minutes today.`,
  }));
  const file = JSON.stringify(records);
  const first = await importText(scope, 'feedback', file);
  expect(await getImportState(scope, first)).toMatchObject({ rowsAdded: 8, rowsFailed: 4 });
  const { errors } = await findImportErrors(scope, first);
  expect(errors.map(({ index, line }) => [index, line])).toEqual([0, 3, 6, 9].map((index) => [index, 1]));
  const again = await importText(scope, 'feedback', file);
  expect((await readAllRepeats(scope, again)).map(({ index }) => index)).toEqual([1, 2, 4, 5, 7, 8, 10, 11]);
});
