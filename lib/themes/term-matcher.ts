import { foldText } from '@/lib/nlp/fold';

const NOT_WORD = /[^\p{L}\p{N}]+/gu;

/** Case, accents and punctuation aside, with a blank before and after every word. */
function toWords(text: string): string {
  return ` ${foldText(text).replace(NOT_WORD, ' ').trim()} `;
}

/**
 * Tells whether a text has one of these words or phrases in it. A term stands for whole words in this order, whatever
 * their case and accents; one that ends in `*` stands for all words that begin so.
 */
export function makeTermMatcher(terms: readonly string[]): (text: string) => boolean {
  const wanted = terms.flatMap((term) => {
    const words = toWords(term).trimEnd();
    return words.trim() === '' ? [] : [term.trim().endsWith('*') ? words : `${words} `];
  });
  if (wanted.length === 0) return () => false;
  return (text) => {
    const words = toWords(text);
    return wanted.some((term) => words.includes(term));
  };
}
