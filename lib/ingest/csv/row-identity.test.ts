import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedbackRow } from '@/lib/ingest/csv/imported-row';
import { makeRowIdentity } from '@/lib/ingest/csv/row-identity';

const row = (text: string, externalId: string | null = null): FeedbackRow => ({
  ...{ text, externalId, title: null, occurredAt: new Date(0), channel: null, language: null, url: null },
  ...{ accountExternalId: null, accountName: null, amountCents: null, amountCurrency: null, custom: {} },
  ...{ contactExternalId: null, contactEmail: null, contactPhone: null, contactName: null },
  ...{ npsScore: null, csatScore: null, rating: null },
});

/** The number that stands at the end of each name. */
const numbersOf = (texts: readonly string[]) => {
  const identify = makeRowIdentity();
  return texts.map((text) => Number(identify(row(text)).split('-').at(-1)));
};

describe('the name of a row', () => {
  it('is its own identifier, or its hash with its number among equal rows', () => {
    const identify = makeRowIdentity();
    expect(identify(row('a', 'own'))).toBe('own');
    expect(identify(row('a'))).toMatch(/^sha256-[0-9a-f]{64}-1$/);
    expect(identify(row('a'))).toMatch(/-2$/);
    expect(identify(row('b'))).toMatch(/-1$/);
  });

  it('counts any rows, however many there are and however often they come', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 600 }), (drawn) => {
        const seen = new Map<number, number>();
        const expected = drawn.map((each) => {
          seen.set(each, (seen.get(each) ?? 0) + 1);
          return seen.get(each);
        });
        expect(numbersOf(drawn.map(String))).toEqual(expected);
      }),
      { numRuns: 20 },
    );
    const often = Array.from({ length: 700 }, () => 'the same');
    expect(numbersOf(often)).toEqual(often.map((_, at) => at + 1));
  });

  it('finds rows again after the table has grown many times', () => {
    const many = Array.from({ length: 6_000 }, (_, at) => `row ${at}`);
    const numbers = numbersOf([...many, ...many]);
    expect(numbers.slice(0, many.length).every((each) => each === 1)).toBe(true);
    expect(numbers.slice(many.length).every((each) => each === 2)).toBe(true);
  });
});
