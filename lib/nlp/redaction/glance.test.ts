import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glanceAt } from './glance';

/** Texts of the signs that matter to it, and a few others. */
const texts = fc.string({ unit: fc.constantFrom(...'0123459.: @-xhBa٣😀'), maxLength: 40 });

describe('glanceAt', () => {
  it.each([
    ['call 020 7946 0958', { digitsTogether: 11, digitsNear: 11, hasNumber: true }],
    ['ward 12, then 345', { digitsTogether: 3, digitsNear: 3, hasNumber: false }],
    ['(12)   (34)', { digitsTogether: 2, digitsNear: 2, hasNumber: false }],
    ['192.168.0.1', { hasDottedNumber: true, hasColons: false }],
    ['at 10.30, or 11.30', { hasDottedNumber: false }],
    ['::1', { hasColons: true, hasDigit: true }],
    ['Subject: none. To: none', { hasColons: false, hasDigit: false }],
    ['P.O. BOX 12', { mayNamePostBox: true }],
    ['took 12', { mayNamePostBox: false }],
    ['a@b', { hasAt: true }],
  ])('of "%s"', (text, expected) => {
    expect(glanceAt(text)).toMatchObject(expected);
  });

  it('tells what patterns would tell', () => {
    const holds = (text: string, digits: number, between: number) =>
      new RegExp(`(?:[0-9][^0-9]{0,${between}}){${digits}}`).test(text);
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 12 }), (text, digits) => {
        const glance = glanceAt(text);
        expect(glance.hasAt).toBe(text.includes('@'));
        expect(glance.hasDigit).toBe(/[0-9]/.test(text));
        expect(glance.hasNumber).toBe(holds(text, 5, 6));
        expect(glance.digitsTogether >= digits).toBe(holds(text, digits, 1));
        expect(glance.digitsNear >= digits).toBe(holds(text, digits, 3));
        expect(glance.hasColons).toBe(/:[^:]{0,4}:/.test(text));
        if (/\d\.\d{1,3}\.\d{1,3}\.\d/.test(text)) expect(glance.hasDottedNumber).toBe(true);
        if (/[xh] \d/i.test(text)) expect(glance.mayNamePostBox).toBe(true);
      }),
    );
  });
});
