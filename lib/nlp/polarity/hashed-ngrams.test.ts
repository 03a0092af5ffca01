import { describe, expect, it } from 'vitest';
import { hashNgrams, ngramValue } from './hashed-ngrams';

const WORDS = { buckets: 2 ** 16, lettersToo: false };

describe('hashNgrams', () => {
  it('counts each word and pair once, in order of buckets', () => {
    expect(hashNgrams(['so', 'slow'], WORDS)).toHaveLength(3);
    const again = hashNgrams(['so', 'slow', 'so', 'slow'], WORDS);
    expect(again).toHaveLength(4);
    expect([...again]).toEqual([...again].sort((a, b) => a - b));
    expect(hashNgrams([], WORDS)).toHaveLength(0);
  });

  it('tells the order of words', () => {
    expect(hashNgrams(['not', 'good'], WORDS)).not.toEqual(hashNgrams(['good', 'not'], WORDS));
  });

  it('stays below the number of buckets', () => {
    for (const bucket of hashNgrams(['à', 'naïve', '日本', '😀'], { buckets: 64, lettersToo: true })) {
      expect(bucket).toBeLessThan(64);
    }
  });

  it('shares runs of letters between forms of a word', () => {
    const settings = { buckets: 2 ** 16, lettersToo: true };
    const one = new Set(hashNgrams(['freundlich'], settings));
    const shared = [...hashNgrams(['freundliche'], settings)].filter((bucket) => one.has(bucket));
    expect(shared.length).toBeGreaterThan(10);
  });

  it('reads so many words and no more', () => {
    const words = Array.from({ length: 5000 }, (_, index) => `w${index}`);
    expect(hashNgrams(words, WORDS).length).toBeLessThan(1000);
  });
});

describe('ngramValue', () => {
  it('gives all n-grams of a text together the same strength', () => {
    expect(ngramValue(0)).toBe(0);
    expect(ngramValue(4) ** 2 * 4).toBeCloseTo(ngramValue(100) ** 2 * 100);
  });
});
