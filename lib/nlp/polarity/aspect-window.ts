import { CONTRAST_WORDS } from '../contrast-words';
import type { TextSpan } from '../offsets';

/** How many words on each side of an aspect still speak of it. */
const REACH_WORDS = 6;
const BREAK = /[.!?;\n]/;

/**
 * The words that speak of one aspect of a sentence: all of it where no other aspect is named, else a window around it that
 * stops at the next aspect, the end of the clause or a word of contrast.
 *
 * @param others the other aspects of the text
 * @param language ISO 639-1; null reads as English
 */
export function findAspectWindow(
  text: string,
  aspect: TextSpan,
  others: readonly TextSpan[],
  language: string | null,
): TextSpan {
  if (others.length === 0) return { start: 0, end: text.length };
  const contrasts = new Set(CONTRAST_WORDS.get(language ?? 'en'));
  const isTaken = (at: number) => others.some((other) => other.start <= at && at < other.end);
  const words = [...text.matchAll(/\S+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    isContrast: contrasts.has(match[0].toLowerCase().replace(/[^\p{L}' ]/gu, '')),
    breaks: BREAK.test(match[0].slice(-1)),
  }));
  const within = words.filter((word) => word.start < aspect.end && word.end > aspect.start);
  const first = words.indexOf(
    within[0] ?? words[0] ?? { start: 0, end: 0, isContrast: false, breaks: false },
  );
  const last = first + Math.max(1, within.length) - 1;
  let { start, end } = aspect;
  for (let at = first - 1; at >= 0 && at >= first - REACH_WORDS; at--) {
    const word = words[at];
    if (!word || word.breaks || isTaken(word.start)) break;
    start = word.start;
    if (word.isContrast) break;
  }
  for (let at = last + 1; at < words.length && at <= last + REACH_WORDS; at++) {
    const word = words[at];
    if (!word || words[at - 1]?.breaks || word.isContrast || isTaken(word.start)) break;
    end = word.end;
  }
  return { start, end };
}
