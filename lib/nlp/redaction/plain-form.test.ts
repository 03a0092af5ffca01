import { describe, expect, it } from 'vitest';
import { toPlainForm } from './plain-form';

describe('toPlainForm', () => {
  it.each([
    ['no other sign: é', 'no other sign: é'],
    ['a\u00a0b\u2009c\u3000d', 'a b c d'],
    ['４１１１－２（３）＠ａ．ｂ', '4111-2(3)@a.b'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['०१२३४५६७८९', '0123456789'],
    ['\u{1d7ce}\u{1d7d9}\u{1d7ff}', '019'],
    ['1\ufe0f\u20e3 2\ufe0f\u20e3', '1 2'],
    ['4\u20135 – 6, well – no', '4-5 - 6, well – no'],
    ['in\u00advisi\u200bble', 'invisible'],
    ['［email］', '［email］'],
  ])('writes %s plainly', (text, plain) => {
    expect(toPlainForm(text).text).toBe(plain);
  });

  it('tells where a span stands in the text as written, without what is not seen around it', () => {
    const text = 'x \u200b\u{1d7ce}\u200b\u{1d7d9}\u200b y';
    const { text: plain, toWritten } = toPlainForm(text);
    expect(plain).toBe('x 01 y');
    const { start, end } = toWritten({ start: 2, end: 4 });
    expect(text.slice(start, end)).toBe('\u{1d7ce}\u200b\u{1d7d9}');
  });
});
