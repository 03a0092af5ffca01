import { CONTRAST_WORDS } from '../contrast-words';
import { foldText } from '../fold';
import type { TextSpan } from '../offsets';

/** How many words on each side of an aspect still speak of it; measured on training sentences of MAMS: 4, 8 and more are worse. */
const REACH_WORDS = 6;
const CLAUSE_END = /[.!?;:,)–—]$/;
const DASH = /^[-–—]+$/;
const JOINING = new Map([
  ['en', ['and', 'while']],
  ['de', ['und', 'während']],
  ['fr', ['et', 'tandis']],
  ['es', ['y', 'e', 'mientras']],
  ['it', ['e', 'ed', 'mentre']],
  ['pt', ['e', 'enquanto']],
]);

/** A word of a text, and whether a clause begins or ends at it. */
interface Word extends TextSpan {
  joins: boolean;
  turns: boolean;
  endsClause: boolean;
}

/**
 * The words of a statement that speak of one of its aspects: those around it, up to the end of a clause or a word that joins or
 * turns clauses.
 *
 * @param statement what is to be looked at of the text
 * @param aspect where in it the aspect is named
 * @param language ISO 639-1; null reads as English
 * @returns null where the statement has but one clause, and all of it speaks of the aspect
 */
export function findAspectWindow(
  text: string,
  statement: TextSpan,
  aspect: TextSpan,
  language: string | null,
): TextSpan | null {
  const words = readWords(text, statement, language);
  if (!hasClauses(words)) return null;
  const first = words.findIndex(({ end }) => end > aspect.start);
  const last = words.findLastIndex(({ start }) => start < aspect.end);
  if (first < 0 || last < first) return null;
  let from = first;
  while (from > 0 && first - from < REACH_WORDS && !words[from]?.joins) {
    if (words[from - 1]?.endsClause) break;
    from -= 1;
  }
  let to = last;
  while (to + 1 < words.length && to - last < REACH_WORDS && !words[to]?.endsClause) {
    if (words[to + 1]?.joins) break;
    to += 1;
  }
  return { start: words[from]?.start ?? aspect.start, end: words[to]?.end ?? aspect.end };
}

/** Whether a statement turns within itself: what is said of its subject need not be what is felt of the whole. */
export function hasContrast(text: string, language: string | null): boolean {
  const words = readWords(text, { start: 0, end: text.length }, language);
  // "Even though" at the beginning is one word of two.
  const first = /^even\s/i.test(text) ? 2 : 1;
  return words.slice(first).some(({ turns }) => turns);
}

function readWords(text: string, statement: TextSpan, language: string | null): Word[] {
  const { turning, joining } = wordsOf(language ?? 'en');
  return [...text.slice(statement.start, statement.end).matchAll(/\S+/g)].map(({ 0: word, index }) => {
    const start = statement.start + index;
    const bare = foldText(word).replace(/[^\p{L}\p{N}]/gu, '');
    const turns = turning.has(bare);
    return {
      ...{ start, end: start + word.length, turns },
      joins: turns || joining.has(bare),
      endsClause: CLAUSE_END.test(word) || DASH.test(word),
    };
  });
}

const hasClauses = (words: readonly Word[]): boolean =>
  words.some(
    ({ joins, endsClause }, index) => (joins && index > 0) || (endsClause && index < words.length - 1),
  );

const known = new Map<string, { turning: Set<string>; joining: Set<string> }>();

/** Of contrast words that are several, the first stands for all: "even though" is met as "though" anyway. */
function wordsOf(language: string): { turning: Set<string>; joining: Set<string> } {
  const found = known.get(language);
  if (found) return found;
  const turning = (CONTRAST_WORDS.get(language) ?? []).filter((word) => !word.includes(' ')).map(foldText);
  const words = { turning: new Set(turning), joining: new Set(JOINING.get(language)?.map(foldText)) };
  known.set(language, words);
  return words;
}
