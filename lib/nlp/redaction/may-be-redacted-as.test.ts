import { describe, expect, it } from 'vitest';
import { mayBeRedactedAs } from './may-be-redacted-as';

const stored = 'Hi [name], call [phone]';
const redactions = [
  { start: 3, end: 9 },
  { start: 16, end: 23 },
];

describe('mayBeRedactedAs', () => {
  it.each(['Hi Rob, call 123', 'Hi Ann, call, call 0'])('holds for %s', (text) =>
    expect(mayBeRedactedAs(text, stored, redactions)).toBe(true),
  );
  it.each(['Hi , call 123', 'Hi Rob, call ', 'Hello Rob, call 123', 'Hi Rob, ring 123'])(
    'fails for %s',
    (text) => expect(mayBeRedactedAs(text, stored, redactions)).toBe(false),
  );
  it('asks for the same text where nothing was redacted', () => {
    expect(mayBeRedactedAs('a', 'a', [])).toBe(true);
    expect(mayBeRedactedAs('a b', 'a', [])).toBe(false);
  });
  it('holds where two replacements stand together, and at the end', () => {
    const spans = [
      { start: 0, end: 3 },
      { start: 3, end: 6 },
    ];
    expect(mayBeRedactedAs('ab', '[a][b]', spans)).toBe(true);
    expect(mayBeRedactedAs('a', '[a][b]', spans)).toBe(false);
    expect(mayBeRedactedAs('', '[a][b]', spans)).toBe(false);
  });
});
