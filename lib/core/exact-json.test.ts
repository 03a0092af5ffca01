import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseExactJson } from '@/lib/core/exact-json';

it('keeps whole numbers that would be rounded as they are written', () => {
  const text =
    '{"id":12345678901234567891,"list":[-9007199254740993,9007199254740991],"share":0.12345678901234567}';
  expect(parseExactJson(text)).toEqual({
    id: '12345678901234567891',
    list: ['-9007199254740993', 9007199254740991],
    share: Number('0.12345678901234567'),
  });
});

it('reads all else as JSON.parse does: digits within words, keys given twice, and what is none', () => {
  const read = (text: string) => [parseExactJson(text), JSON.parse(text)];
  for (const text of ['"order 12345678901234567891"', '{"a":1,"a":2,"b":"1234567890123456"}', '1e300']) {
    const [ours, theirs] = read(text);
    expect(ours).toEqual(theirs);
  }
  expect(() => parseExactJson('{"id":12345678901234567891')).toThrow(SyntaxError);
  fc.assert(
    fc.property(fc.json(), (text) => {
      const padded = `{"words":"1234567890123456","value":${text}}`;
      const [ours, theirs] = read(padded);
      const isLarge = /(?<![\d.eE"-])-?\d{16,}/.test(text);
      if (!isLarge) expect(ours).toEqual(theirs);
    }),
  );
});
