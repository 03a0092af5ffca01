import { describe, expect, it } from 'vitest';
import { runImport } from '@/lib/ingest/run-import';
import { startImport } from '@/lib/ingest/start-import';
import {
  answer,
  importText,
  makeImporter,
  neverAborted,
  smallBatches,
  upload,
} from '@/lib/ingest/testing/make-import';
import { readAllRows } from '@/lib/ingest/testing/read-all-rows';

const HEADER = 'id,date,comment,nps,email,user id,company';

/** Rows of people whom some name by address, some by key, some by both. */
const ROWS = Array.from({ length: 1300 }, (_, n) => {
  const person = n % 40;
  const email = n % 3 === 0 ? '' : `p${person}@acme-co.test`;
  const key = n % 3 === 1 ? '' : `u${person}`;
  return `r${n},2026-03-${String((n % 28) + 1).padStart(2, '0')},The export number ${n} took too long.,${n % 11},${email},${key},${n % 5 ? `Company ${person % 7}` : ''}`;
});

describe('the same input', () => {
  it('in any order, cut off on the way and sent twice, leaves the same rows', async () => {
    const plain = await makeImporter();
    await importText(plain, 'feedback', [HEADER, ...ROWS].join('\n'));
    const expected = await readAllRows(plain);
    expect(expected).toMatchObject({ contacts: 40, accounts: 7, responses: 1300, answers: 1300 });

    const mixed = await makeImporter();
    const shuffled = ROWS.map((row, n) => [((n + 1) * 7919) % 1301, row] as const).sort(
      (a, b) => a[0] - b[0],
    );
    const file = [HEADER, ...shuffled.map(([, row]) => row)].join('\n');
    const importId = await upload(mixed, 'feedback', file);
    await startImport(mixed, importId, await answer(mixed, importId));
    const dying = new AbortController();
    dying.abort();
    await expect(runImport(mixed, importId, dying.signal, smallBatches)).rejects.toThrow();
    // Two workers at once: the one that comes late loses its batch.
    await Promise.all([1, 2].map(() => runImport(mixed, importId, neverAborted, smallBatches)));
    await importText(mixed, 'feedback', [HEADER, ...ROWS.toReversed()].join('\n'));
    expect(await readAllRows(mixed)).toEqual(expected);
  });
});
