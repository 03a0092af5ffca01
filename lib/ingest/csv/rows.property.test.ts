import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DELIMITERS, type Dialect, RECORD_DELIMITERS } from '@/lib/ingest/csv/file-format';
import { readRows } from '@/lib/ingest/csv/rows';

async function* pieces(text: string, length: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function read(text: string, dialect: Dialect, length: number) {
  const rows = [];
  for await (const row of readRows(pieces(text, length), { encoding: 'utf-8', dialect })) rows.push(row);
  return rows;
}

const dialect = fc.record({
  delimiter: fc.constantFrom(...DELIMITERS),
  recordDelimiter: fc.constantFrom(...RECORD_DELIMITERS),
  quote: fc.constant('"' as const),
  hasSepLine: fc.constant(false),
  hasHeader: fc.constant(true),
  subHeaderRows: fc.constant(0),
});
const pieceLength = fc.integer({ min: 1, max: 40 });

describe('rows of a CSV file', () => {
  // Quoted whole, as RFC 4180 has it: delimiters, quotes and line breaks within are part of the value.
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '😀', ' ', ',', ';', '|', '\t', '""', '\n') });

  it('come out as they went in, each with its line, however the file arrives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 }),
        dialect,
        pieceLength,
        async (records, how, length) => {
          const lineBreak = how.recordDelimiter;
          // A line break within a value is that of the file; old Macs' files have no other.
          const written = records.map((cells) =>
            cells.map((each) => each.replaceAll('\n', lineBreak === '\r\n' ? '\n' : lineBreak)),
          );
          const text = [['x', 'y', 'z'], ...written]
            .map((cells) => cells.map((each) => `"${each}"`).join(how.delimiter))
            .join(lineBreak);
          const found = await read(text, how, length);
          let line = 2;
          const expected = written.map((cells) => {
            const at = line;
            const within = cells.join('').split(lineBreak === '\r' ? '\r' : '\n').length - 1;
            line += 1 + within;
            return { line: at, record: cells.map((each) => each.replaceAll('""', '"')) };
          });
          expect(found.map(({ line: at, record }) => ({ line: at, record }))).toEqual(expected);
          expect(found.map(({ index }) => index)).toEqual(records.map((_, index) => index));
        },
      ),
    );
  });

  it('of any text at all are read or refused, line by line, and none is lost where no quote is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), dialect, pieceLength, async (body, how, length) => {
        const found = await read(`x${how.delimiter}y${how.recordDelimiter}${body}`, how, length);
        const lines = found.map(({ line }) => line);
        expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
        if (body.includes('"')) return;
        const lineBreak = how.recordDelimiter === '\r' ? '\r' : '\n';
        const stored = Buffer.from(body).toString().replaceAll('\0', '\uFFFD');
        const filled = stored
          .split(lineBreak)
          .flatMap((text, at) => (text.trim() === '' && !text.includes(how.delimiter) ? [] : [at + 2]));
        expect(lines).toEqual(filled);
      }),
    );
  });
});
