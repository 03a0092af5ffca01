import { foldText } from '@/lib/nlp/fold';
import type { TextSpan } from '@/lib/nlp/offsets';

const NOT_WORD = /[^\p{L}\p{N}]+/gu;

/** A text made ready for matchers, once for all of them. */
export type WordsOfText = string & { readonly isWords: unique symbol };

/** Case, accents and punctuation aside, with a blank before and after every word. */
export function toWords(text: string): WordsOfText {
  return ` ${foldText(text).replace(NOT_WORD, ' ').trim()} ` as WordsOfText;
}

/**
 * Tells whether a text has one of these words or phrases in it. A term stands for whole words in this order, whatever
 * their case and accents; one that ends in `*` stands for all words that begin so.
 * @returns null where there is nothing to look for
 */
export function makeTermMatcher(terms: readonly string[]): ((words: WordsOfText) => boolean) | null {
  const wanted = terms.flatMap((term) => {
    const words = toWords(term).trimEnd();
    return words.trim() === '' ? [] : [term.trim().endsWith('*') ? words : `${words} `];
  });
  return wanted.length === 0 ? null : (words) => wanted.some((term) => words.includes(term));
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;
/** Longer phrases are not looked for. */
const LONGEST_PHRASE = 3;

/** Where a text first has what a matcher looks for, or null. */
export function findTerm(text: string, matches: (words: WordsOfText) => boolean): TextSpan | null {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  for (let length = 1; length <= LONGEST_PHRASE; length++) {
    for (let first = 0; first + length <= words.length; first++) {
      const place = { start: words[first]?.start ?? 0, end: words[first + length - 1]?.end ?? 0 };
      if (matches(toWords(text.slice(place.start, place.end)))) return place;
    }
  }
  return null;
}
