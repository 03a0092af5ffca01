import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ExpectedError } from '@/lib/core/errors';
import { readSheet, type SheetRow } from '@/lib/ingest/files/sheet-rows';
import { makeWorkbook } from '@/lib/ingest/testing/make-workbook';

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'sheets-'));
afterAll(() => fs.rmSync(directory, { recursive: true }));

async function read(sheet: string, shared: string[] = []): Promise<SheetRow[]> {
  const file = path.join(directory, 'book.xlsx');
  fs.writeFileSync(file, makeWorkbook({ Data: sheet }, { shared }));
  const rows: SheetRow[] = [];
  for await (const row of readSheet(file, null)) rows.push(row);
  return rows;
}

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** What stands in a cell, without blanks at its ends. */
const text = fc
  .string({ unit: fc.constantFrom('a', 'é', '😀', '&', '<', '"', ',', '1', ' b') })
  .filter((each) => each.trim() === each && each !== '');
const cell = fc.record({ column: fc.nat(40), text, isShared: fc.boolean() });
const row = fc.record({
  skipped: fc.nat(3),
  cells: fc.uniqueArray(cell, { selector: ({ column }) => column, minLength: 1, maxLength: 6 }),
});

describe('rows of a sheet', () => {
  it('come out as they went in, each in its column and with the number that Excel shows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
        const shared: string[] = [];
        let line = 0;
        const expected: SheetRow[] = [];
        const xml = rows.map(({ skipped, cells }) => {
          line += 1 + skipped;
          const wide = Array.from({ length: Math.max(...cells.map(({ column }) => column)) + 1 }, () => '');
          const written = cells
            .toSorted((a, b) => a.column - b.column)
            .map(({ column, text: said, isShared }) => {
              wide[column] = said;
              const place = `r="${columnName(column)}${line}"`;
              if (!isShared) return `<c ${place} t="inlineStr"><is><t>${escapeXml(said)}</t></is></c>`;
              shared.push(escapeXml(said));
              return `<c ${place} t="s"><v>${shared.length - 1}</v></c>`;
            });
          expected.push({ line, cells: wide });
          return `<row r="${line}">${written.join('')}</row>`;
        });
        expect(await read(xml.join(''), shared)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('of any markup at all are read or refused with a reason', async () => {
    const piece = fc.constantFrom(
      '<row>',
      '</row>',
      '<c t="s">',
      '<c r="ZZZZ1">',
      '</c>',
      '<v>',
      '</v>',
      '9',
      '&amp;',
      '&x;',
      '<',
      'a',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
        await read(pieces.join('')).catch((error: unknown) => {
          expect(error).toBeInstanceOf(ExpectedError);
        });
      }),
      { numRuns: 30 },
    );
  });
});
