import { expect, it } from 'vitest';
import { countKeptDays } from '@/lib/ingest/count-kept-days';
import { findSameFile } from '@/lib/ingest/find-same-file';
import { requestUndo } from '@/lib/ingest/request-undo';
import { setFileFormat } from '@/lib/ingest/set-file-format';
import { commentsFile, getProfile, importText, makeImporter, upload } from '@/lib/ingest/testing/make-import';
import { undoImport } from '@/lib/ingest/undo-import';

it('knows the very same file again, whatever is read from it, until its import is undone', async () => {
  const scope = await makeImporter();
  const file = commentsFile(5);
  const first = await importText(scope, 'feedback', file);
  expect(await findSameFile(scope, first)).toBeNull();
  const again = await upload(scope, 'feedback', file);
  const same = { id: first, rowsAdded: 5, createdByName: expect.any(String) };
  expect(await findSameFile(scope, again)).toMatchObject(same);
  const { dialect, encoding } = await getProfile(scope, again);
  await setFileFormat(scope, again, {
    encoding: encoding.encoding,
    delimiter: dialect.delimiter,
    hasHeader: true,
  });
  expect(await findSameFile(scope, again)).toMatchObject(same);

  expect(await findSameFile(scope, await upload(scope, 'feedback', commentsFile(6)))).toBeNull();
  const elsewhere = await makeImporter();
  expect(await findSameFile(elsewhere, await upload(elsewhere, 'feedback', file))).toBeNull();
  await requestUndo(scope, first);
  await undoImport(scope, first);
  expect(await findSameFile(scope, again)).toBeNull();
});

it('counts the rows that keep their day where another one is given for all', async () => {
  const scope = await makeImporter();
  const file = 'id,comment\nc-1x,The export is slow\nc-2x,Login fails again\n';
  const may = { occurredAt: '2026-05-01T00:00:00.000Z' };
  const june = { occurredAt: '2026-06-01T00:00:00.000Z' };
  await importText(scope, 'feedback', file, may);
  const other = await importText(scope, 'feedback', `${file}c-3x,Search hangs\n`, june);
  expect(await countKeptDays(scope, other)).toEqual({ given: new Date(june.occurredAt), count: 2 });
  expect(await countKeptDays(scope, await importText(scope, 'feedback', file, may))).toBeNull();
  const dated = await importText(scope, 'feedback', commentsFile(3));
  expect(await countKeptDays(scope, dated)).toBeNull();
});
