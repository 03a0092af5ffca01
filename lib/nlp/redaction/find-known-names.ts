import { listMatches } from '../list-matches';
import type { TextSpan } from '../offsets';
import { isWordOnly, type KnownNames } from './known-names';
import { classifyName } from './name-lists';
import { isCapitalised, JOINED_BEFORE, readWord, type Word } from './name-words';
import { toPlainForm } from './plain-form';

const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu;
/** After a space, and after the full stop of an initial. */
const WORD_AFTER = /(?: |(?<=(?<!\p{L})\p{L})\. )(\p{L}[\p{L}\p{M}'’-]*)/uy;
const LOWER_CASE = /^\p{Ll}/u;
/** Arabic "and", "so", "with", "to", "like" and Hebrew "and", "in", "to", "from", "that", "the", "like" are written at their word. */
const PREFIXED = /^(?:[وفبلك]\p{Script=Arabic}|[ובלמשהכ]\p{Script=Hebrew})/u;

/**
 * Names that are known beforehand, in any case: whole, or by a telling part. In lower case a part alone counts only where it is a given
 * name and hardly anything else, and a whole name not where all of it is words ("may grant").
 */
export function findKnownNames(text: string, { byFirstWord, unspaced }: KnownNames): TextSpan[] {
  if (byFirstWord.size === 0 && !unspaced) return [];
  const found: TextSpan[] = unspaced
    ? listMatches(text, unspaced).map(({ 0: name, index }) => ({ start: index, end: index + name.length }))
    : [];
  let end = 0;
  for (const { 0: raw, index } of listMatches(text, WORD)) {
    if (index < end || JOINED_BEFORE.test(text.charAt(index - 1))) continue;
    const name =
      findAt(text, readWord(raw, index), byFirstWord) ??
      (PREFIXED.test(raw) ? findAt(text, readWord(raw.slice(1), index + 1), byFirstWord) : null);
    if (!name) continue;
    found.push(name);
    end = name.end;
  }
  return found;
}

/** Whether a text as it was written holds a known name. */
export const holdsKnownName = (written: string, known: KnownNames): boolean =>
  findKnownNames(toPlainForm(written).text, known).length > 0;

/** The longest known name that begins with a word. */
function findAt(text: string, word: Word, byFirstWord: KnownNames['byFirstWord']): TextSpan | null {
  for (const name of byFirstWord.get(word.folded) ?? []) {
    const parts = name.split(' ');
    const words = readWords(text, word, parts.length);
    if (!parts.every((part, at) => words[at]?.folded === part)) continue;
    if (!words.some(isCapitalised) && LOWER_CASE.test(word.written) && !isTellingInLowerCase(parts)) continue;
    return { start: word.start, end: words.at(-1)?.end ?? word.end };
  }
  return null;
}

function readWords(text: string, first: Word, count: number): Word[] {
  const words = [first];
  let end = first.end;
  while (words.length < count) {
    WORD_AFTER.lastIndex = end;
    const match = WORD_AFTER.exec(text);
    const raw = match?.[1];
    if (!match || raw === undefined) break;
    const word = readWord(raw, end + match[0].length - raw.length);
    words.push(word);
    end = word.end;
  }
  return words;
}

function isTellingInLowerCase(parts: readonly string[]): boolean {
  const [first = ''] = parts;
  return parts.length > 1 ? !parts.every(isWordOnly) : classifyName(first) === 'given' && !isWordOnly(first);
}
