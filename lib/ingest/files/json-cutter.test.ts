import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExactJson } from '@/lib/core/exact-json';
import {
  JsonArrayCutter,
  type JsonCutter,
  JsonLinesCutter,
  type JsonRecord,
} from '@/lib/ingest/files/json-cutter';

/** The records of a text that arrives in pieces of these lengths, over and over. */
function cut(cutter: JsonCutter, text: string, lengths: readonly number[]): JsonRecord[] {
  const records: JsonRecord[] = [];
  for (let at = 0, piece = 0; at < text.length; piece++) {
    const length = lengths[piece % lengths.length] ?? 1;
    records.push(...cutter.push(text.slice(at, at + length), false));
    at += length;
  }
  return [...records, ...cutter.push('', true)];
}

const valuesOf = (records: JsonRecord[]) =>
  records.map((each) => ('value' in each ? each.value : each.error));
const record = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 5 });
const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });

describe('JSON Lines', () => {
  it('gives every record with its line, however the text arrives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(record, fc.nat({ max: 2 })), { maxLength: 20 }),
        lengths,
        (rows, pieces) => {
          let line = 0;
          const lines: string[] = [];
          const expected = rows.map(([value, blanks]) => {
            lines.push(JSON.stringify(value), ...Array.from({ length: blanks }, () => ''));
            const at = line + 1;
            line += 1 + blanks;
            return { line: at, value: parseExactJson(JSON.stringify(value)) };
          });
          expect(cut(new JsonLinesCutter(), lines.join('\n'), pieces)).toEqual(expected);
        },
      ),
    );
  });

  it('loses no line of any text: each that is not blank is a record or an error at its number', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), lengths, (texts, pieces) => {
        const lines = texts.map((text) => text.replaceAll('\n', ' '));
        const found = cut(new JsonLinesCutter(), lines.join('\n'), pieces).map(({ line }) => line);
        expect(found).toEqual(lines.flatMap((text, at) => (text.trim() === '' ? [] : [at + 1])));
      }),
    );
  });
});

describe('a JSON array', () => {
  it('gives every element with its line, alone or within an envelope, however the text arrives', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 12 }), lengths, fc.boolean(), (rows, pieces, isWrapped) => {
        const elements = rows.map((value) => JSON.stringify(value)).join(',\n');
        const text = isWrapped
          ? `{"total":[1,{"items":[0]}],"note":"\\"items\\":[", "items":\n[${elements}], "next": {"items": [7]}}`
          : `[${elements}]`;
        const found = cut(new JsonArrayCutter(isWrapped ? 'items' : null), text, pieces);
        expect(valuesOf(found)).toEqual(parseExactJson(JSON.stringify(rows)));
        expect(found.map(({ line }) => line)).toEqual(rows.map((_, at) => at + (isWrapped ? 2 : 1)));
      }),
    );
  });

  it('finds them below other keys, and no list of the same name elsewhere', () => {
    const text =
      '{"items":[{"no":1}],"data":{"meta":{"items":[{"no":2}]},"list":[{"items":[{"no":3}]}],"items":[{"a":1},{"a":2}]},"x":[{"no":4}]}';
    for (const length of [1, 3, 1000])
      expect(valuesOf(cut(new JsonArrayCutter('data/items'), text, [length]))).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('[', '{', '{"items":[', ''),
        lengths,
        (text, start, pieces) => {
          for (const { line } of cut(new JsonArrayCutter('items'), start + text, pieces))
            expect(line).toBeGreaterThan(0);
          cut(new JsonArrayCutter(null), start + text, pieces);
        },
      ),
    );
  });

  it('keeps identifiers apart that would be rounded to one', () => {
    const text = '[{"id":12345678901234567890},{"id":12345678901234567891}]';
    expect(valuesOf(cut(new JsonArrayCutter(null), text, [7]))).toEqual([
      { id: '12345678901234567890' },
      { id: '12345678901234567891' },
    ]);
  });

  it('reads on behind a broken element, and says where the file breaks off', () => {
    const found = cut(new JsonArrayCutter(null), '[{"a":1},\n{"a":},\n{"a":3},\n{"a"', [4]);
    expect(found.map((each) => [each.line, 'value' in each ? each.value : 'error'])).toEqual([
      [1, { a: 1 }],
      [2, 'error'],
      [3, { a: 3 }],
      [4, 'error'],
    ]);
    expect(found.at(-1)).toMatchObject({ error: expect.stringContaining('did not arrive whole') });
  });

  it('takes an object that is no envelope as the one record', () => {
    expect(cut(new JsonArrayCutter(null), '\n{"a": [1, 2],\n "b": {"c": 3}}\n', [3])).toEqual([
      { line: 2, value: { a: [1, 2], b: { c: 3 } } },
    ]);
  });
});
