import type { ThemeDocument } from './documents';
import { splitWords } from './tokenize';

/** A word this much rarer than one a slip away from it is that one, spelt amiss. */
const TIMES_RARER = 8;
/** What is written so often is meant so. */
const MOST_SLIPS = 12;
/** Short words are a slip away from too many others. */
const SHORTEST = 5;

/**
 * Writes words of a phrase as most texts of a corpus spell them: "thnigs" as "things". A slip is two letters swapped, one left out, one
 * too many or one for another; a word with a capital or a digit is a name and stays, and so do endings, by which forms of one word
 * differ ("report", "reports").
 */
export function findUsualSpelling(documents: readonly ThemeDocument[]): (phrase: string) => string {
  const counts = new Map<string, number>();
  for (const { segment, statements } of documents) {
    for (const { lower } of splitWords(segment.text))
      counts.set(lower, (counts.get(lower) ?? 0) + statements);
  }
  const bySkeleton = new Map<string, string[]>();
  for (const word of [...counts.keys()].sort()) {
    if (word.length < SHORTEST - 1) continue;
    for (const key of keysOf(word)) {
      const known = bySkeleton.get(key);
      if (known) known.push(word);
      else bySkeleton.set(key, [word]);
    }
  }
  const usualOf = (word: string): string => {
    const own = counts.get(word) ?? 0;
    if (word.length < SHORTEST || own > MOST_SLIPS) return word;
    const candidates = new Set(keysOf(word).flatMap((key) => bySkeleton.get(key) ?? []));
    const [best] = [...candidates]
      .filter((other) => other !== word && (counts.get(other) ?? 0) >= TIMES_RARER * Math.max(1, own))
      .filter((other) => isSlip(word, other))
      .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
    return best ?? word;
  };
  return (phrase) =>
    phrase.replace(/\p{L}[\p{L}\p{N}]*/gu, (word) => (/[\p{Lu}\p{N}]/u.test(word) ? word : usualOf(word)));
}

/** What words a slip apart have in common: the word, or it without one letter. */
function keysOf(word: string): string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}

/** Whether two words are one slip apart, and not by their ending alone. */
function isSlip(word: string, other: string): boolean {
  if (word.startsWith(other) || other.startsWith(word)) return false;
  const stem = Math.min(word.length, other.length) - 2;
  if (word.slice(0, stem) === other.slice(0, stem) && !isSwap(word, other, stem)) return false;
  if (Math.abs(word.length - other.length) > 1) return false;
  let at = 0;
  while (word[at] === other[at]) at++;
  return (
    word.slice(at + 1) === other.slice(at + 1) ||
    word.slice(at + 1) === other.slice(at) ||
    word.slice(at) === other.slice(at + 1) ||
    isSwap(word, other, at)
  );
}

const isSwap = (word: string, other: string, at: number): boolean =>
  word.length === other.length &&
  word[at] === other[at + 1] &&
  word[at + 1] === other[at] &&
  word.slice(at + 2) === other.slice(at + 2);
