import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { makeRandom } from '@/lib/core/random';
import { HOSTILE_TIMEOUT_MS, listHostileTexts } from '../testing/hostile-texts';
import { readVocabulary } from './read-vocabulary';
import { MAX_TOKENS, makeUnigramTokenizer } from './unigram-tokenizer';

const require = createRequire(import.meta.url);
/** Only the tokenizer of the package: its model is not loaded. */
const { EmbeddingsModel } = require('@energetic-ai/embeddings');

const vocabulary = readVocabulary();
const tokenizer = makeUnigramTokenizer(vocabulary);
const theirs: { encode(text: string): number[] } = new EmbeddingsModel({ vocabulary }).tokenizer;

const agree = (text: string) =>
  expect(tokenizer.encode(text), JSON.stringify(text.slice(0, 80))).toEqual(
    theirs.encode(text).slice(0, MAX_TOKENS),
  );

describe('makeUnigramTokenizer', () => {
  it('gives no pieces for an empty text', () => {
    expect(tokenizer.encode('')).toEqual([]);
    agree('');
  });

  it('writes known words as their pieces', () => {
    const pieces = tokenizer.encode('The staff is unhelpful').map((id) => vocabulary[id]?.[0]);
    expect(pieces.join('')).toBe('▁The▁staff▁is▁unhelpful');
    expect(pieces).toContain('▁staff');
  });

  it.each([
    ' ',
    '   spaces   inside  ',
    'tab\tand\nline',
    'Ｆｕｌｌ ｗｉｄｔｈ ﬁne ① ½ ㎏',
    'e\u0301 and é, Straße, ŒUVRE, İstanbul',
    '😀😀😀 great 👍🏽👩‍👩‍👧‍👦',
    '𝒻𝒶𝓃𝒸𝓎 𠮷野家',
    '很好，但是太贵了',
    'שירות מצוין الخدمة ممتازة',
    '\ud800 lone \udc00',
    '\u200b\u200d\ufeff',
    '▁▁ its own sign ▁',
    '<s></s>�',
    'http://example.org/a?b=c#d :-) :( 10:30',
    "don't won't I'm it's",
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  ])('agrees with the tokenizer of the package on %j', (text) => agree(text));

  it('agrees on random mixtures of known and unknown signs', () => {
    const random = makeRandom(7);
    const signs = [..."etaoin shrdlu.,!?'-ÀéßøΩжя中あ한م😀🇩🇪\u0301\u200d▁0123"];
    for (let round = 0; round < 300; round++) {
      const length = 1 + Math.floor(random() * 60);
      agree(Array.from({ length }, () => signs[Math.floor(random() * signs.length)]).join(''));
    }
  });

  it('agrees on a very long text, of which it gives the first pieces', () => {
    const long = 'The queue at the desk was far too long, and nobody told us why. '.repeat(20);
    expect(tokenizer.encode(long)).toHaveLength(MAX_TOKENS);
    agree(long);
    agree(long.repeat(4));
  });

  it('stays within its bounds on hostile text', { timeout: HOSTILE_TIMEOUT_MS }, () => {
    for (const text of listHostileTexts()) {
      expect(tokenizer.encode(text).length).toBeLessThanOrEqual(MAX_TOKENS);
      if (text.length < 300) agree(text);
    }
  });
});
