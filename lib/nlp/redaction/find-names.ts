import { listMatches } from '../list-matches';
import type { TextSpan } from '../offsets';
import { findKnownNames } from './find-known-names';
import { isTellingPart, type KnownNames } from './known-names';
import { classifyName, isSurname, type NameClass } from './name-lists';
import { NAME_TRIGGER, NO_NAME_FOLLOWS, PERSON_DOES, TITLED_BRANDS } from './name-triggers';
import {
  INITIAL,
  isCapitalised,
  isShouted,
  JOINED_BEFORE,
  type NextWord,
  readNextWord,
  readWord,
  readWordAt,
  type Word,
} from './name-words';
import {
  IS_VISITED_AFTER,
  IS_VISITED_BEFORE,
  isEverydayWord,
  NUMBER_FOLLOWS,
  OTHER_FOLLOWS,
  OTHER_PRECEDES,
  PLACE_PRECEDES,
  THING_FOLLOWS,
} from './not-names';

const CAPITALISED = /\p{Lu}[\p{L}\p{M}'’-]*/gu;
const ENDS_PHRASE = /^(?:[,.!?\n]|$)/;
const ANY_CAPITAL = /\p{Lu}/u;
const LOWER_CASE = /\p{Ll}[\p{L}\p{M}'’-]*/gu;
const ENUMERATION =
  /(?<![\p{L}\p{N}]|\p{Lu}[\p{L}]{0,20} )\p{Lu}[\p{L}'’-]{1,20}(?:, \p{Lu}[\p{L}'’-]{1,20}){1,20},? (?:and|und|et|y|e|&) \p{Lu}[\p{L}'’-]{1,20}/gu;
/** An enumeration looks back from each of its places, which takes long. */
const MAY_ENUMERATE = /, \p{Lu}/u;
const MOST_WORDS_MORE = 3;
const LOOK_AROUND = 24;
/** Shorter words are an abbreviation as often as a name. */
const MIN_NAME_LENGTH = 4;

/**
 * People's names, best effort, in text order: given names of the list (those that are also words only with a family
 * name or a telling phrase beside them), and what follows "my name is", a title or a greeting. A part of a name that was
 * found once is found again where it stands alone. A name that is not listed and that nothing announces is missed.
 * @param knownNames folded names of people, such as the contacts of a workspace
 */
export function findNames(text: string, knownNames?: KnownNames): TextSpan[] {
  const found: TextSpan[] = knownNames ? findKnownNames(text, knownNames) : [];
  for (const trigger of listMatches(text, NAME_TRIGGER)) {
    const name = findAnnounced(text, trigger);
    if (name) found.push(name);
  }
  let end = 0;
  for (const match of listMatches(text, CAPITALISED)) {
    if (match.index < end || JOINED_BEFORE.test(text.charAt(match.index - 1))) continue;
    const word = readWord(match[0], match.index);
    const name = findListed(text, word);
    if (!name) continue;
    found.push(name);
    end = name.end;
  }
  if (!ANY_CAPITAL.test(text)) found.push(...findUncapitalised(text));
  found.push(...findEnumerated(text));
  return found.length === 0 ? found : mergeSpans([...found, ...findRepeated(text, found)]);
}

/** The name that a phrase announces, or null. */
function findAnnounced(text: string, trigger: RegExpExecArray): TextSpan | null {
  const first = readWordAt(text, trigger.index + trigger[0].length);
  if (!first) return null;
  const { certain, title } = trigger.groups ?? {};
  const nameClass = classifyName(first.folded);
  // "Thanks, Will" and "Thanks, will do".
  const standsAlone = ENDS_PHRASE.test(text.slice(first.end, first.end + 1));
  if (isEverydayWord(first.folded) && !(nameClass !== null && standsAlone)) return null;
  const isName =
    certain !== undefined
      ? !NO_NAME_FOLLOWS.has(first.folded)
      : title !== undefined
        ? isCapitalised(first) && first.written.length > 1 && !isShoutedTitle(trigger, first)
        : nameClass !== null &&
          (isCapitalised(first) || nameClass === 'given') &&
          !isAbbreviation(first, nameClass);
  if (!isName || TITLED_BRANDS.has(`${title?.toLowerCase()} ${first.folded}`)) return null;
  const isCased = isCapitalised(first);
  return extendName(text, first, (next) =>
    isCased
      ? isCapitalised(next) &&
        (title !== undefined || certain !== undefined || isLikelyFamilyName(first, next))
      : isSurname(next.folded) || classifyName(next.folded) === 'given',
  );
}

/** "I called FICO": short and in capitals, a given name or nobody's. */
const isAbbreviation = (word: Word, nameClass: NameClass): boolean =>
  nameClass !== 'given' && isShouted(word) && word.written.length <= MIN_NAME_LENGTH;

/** "MS Word": a title all in capitals among other words is an abbreviation. */
const isShoutedTitle = ({ groups }: RegExpExecArray, name: Word): boolean =>
  /^\p{Lu}{2,}$/u.test(groups?.title ?? '') && !isShouted(name);

/** The name that begins with a listed given name, or with a name before a family name. */
function findListed(text: string, word: Word): TextSpan | null {
  if (isEverydayWord(word.folded) || word.written.length < 2) return null;
  const nameClass = classifyName(word.folded);
  const next = readNextWord(text, word.end);
  const isBacked =
    (next !== null && isBackedBy(word, next)) || (nameClass !== null && isPersonByContext(text, word));
  if (nameClass !== 'given' && !isBacked) return null;
  if (isShouted(word) && !isBacked && word.written.length < MIN_NAME_LENGTH) return null;
  const name = extendName(text, word, (more) => isCapitalised(more) && isLikelyFamilyName(word, more));
  if (isNameOfThing(text, word) || isNameOfThing(text, name)) return null;
  const isOneWord = name.end === word.end;
  return isOneWord && NUMBER_FOLLOWS.test(text.slice(word.end, word.end + LOOK_AROUND)) ? null : name;
}

/** "Ben & Jerry's". */
const JOINED_BY_AND = /\p{Lu}\p{L}+ & $/u;
const IS_OWNER = /['’]s$/u;

/** "San Jose", "John Hopkins Hospital": a place or a company. */
function isNameOfThing(text: string, { start, end }: TextSpan): boolean {
  const before = text.slice(Math.max(0, start - LOOK_AROUND), start);
  const after = text.slice(end, end + LOOK_AROUND);
  return (
    PLACE_PRECEDES.test(before) ||
    (JOINED_BY_AND.test(before) && IS_OWNER.test(text.slice(start, end + 2))) ||
    THING_FOLLOWS.test(after) ||
    (IS_VISITED_BEFORE.test(before) && IS_VISITED_AFTER.test(after))
  );
}

/** Whether the word after an unlisted or doubtful one makes it a name: a family name, or any name after an initial. */
function isBackedBy(word: Word, next: NextWord): boolean {
  if (!isCapitalised(next) || isEverydayWord(next.folded) || isShouted(next) !== isShouted(word))
    return false;
  const hasInitial = next.link !== undefined && !isShouted(word) && INITIAL.test(next.link);
  return (
    isSurname(next.folded) ||
    (hasInitial && Math.min(word.written.length, next.written.length) >= MIN_NAME_LENGTH)
  );
}

/** Whether a word that may be a name does what a person does, or opens a line of a conversation: "Grace: hello". */
function isPersonByContext(text: string, word: Word): boolean {
  if (PERSON_DOES.test(text.slice(word.end, word.end + LOOK_AROUND))) return true;
  return text.startsWith(': ', word.end) && (word.start === 0 || text.charAt(word.start - 1) === '\n');
}

/** Whether a capitalised word after a given name belongs to the name. */
function isLikelyFamilyName(first: Word, next: NextWord): boolean {
  if (isEverydayWord(next.folded)) return false;
  if (isSurname(next.folded) || classifyName(next.folded) !== null) return true;
  return !isShouted(next) && (next.link !== undefined || !isShouted(first));
}

function extendName(text: string, first: Word, belongs: (next: NextWord) => boolean): TextSpan {
  let end = first.end;
  for (let count = 0; count < MOST_WORDS_MORE; count++) {
    const next = readNextWord(text, end);
    if (!next || isEverydayWord(next.folded) || !belongs(next)) break;
    end = next.end;
  }
  return { start: first.start, end };
}

/** Given names in a text that has no capitals at all, with a family name after them. */
function findUncapitalised(text: string): TextSpan[] {
  const found: TextSpan[] = [];
  for (const { 0: raw, index } of listMatches(text, LOWER_CASE)) {
    if (JOINED_BEFORE.test(text.charAt(index - 1))) continue;
    const word = readWord(raw, index);
    if (word.written.length < MIN_NAME_LENGTH || classifyName(word.folded) !== 'given') continue;
    if (isEverydayWord(word.folded)) continue;
    if (isNameOfThing(text, word)) continue;
    if (OTHER_PRECEDES.test(text.slice(Math.max(0, index - LOOK_AROUND), index))) continue;
    if (OTHER_FOLLOWS.test(text.slice(word.end, word.end + LOOK_AROUND))) continue;
    found.push(extendName(text, word, (next) => isSurname(next.folded)));
  }
  return found;
}

/** Three and more capitalised words in a row of which most are names: "Ines, Becker and Vasquez". */
function findEnumerated(text: string): TextSpan[] {
  if (!MAY_ENUMERATE.test(text)) return [];
  return listMatches(text, ENUMERATION).flatMap(({ 0: list, index }) => {
    const words = listMatches(list, CAPITALISED).map(({ 0: raw, index: at }) => readWord(raw, index + at));
    const isName = ({ folded }: Word) => isSurname(folded) || classifyName(folded) !== null;
    const names = words.filter(isName);
    return words.length > 2 && 2 * names.length > words.length
      ? words.filter(({ folded }) => !isEverydayWord(folded))
      : [];
  });
}

/** Where a part of a name that was found stands alone. */
function findRepeated(text: string, found: readonly TextSpan[]): TextSpan[] {
  const parts = new Set<string>();
  for (const { start, end } of found) {
    for (const { 0: raw } of listMatches(text.slice(start, end), CAPITALISED)) {
      const { folded } = readWord(raw, 0);
      if (isTellingPart(folded)) parts.add(folded);
    }
  }
  if (parts.size === 0) return [];
  return listMatches(text, CAPITALISED)
    .filter(({ index }) => !JOINED_BEFORE.test(text.charAt(index - 1)))
    .map(({ 0: raw, index }) => readWord(raw, index))
    .filter(({ folded }) => parts.has(folded));
}

/** In text order, those that overlap joined. */
function mergeSpans(spans: TextSpan[]): TextSpan[] {
  const merged: TextSpan[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ start: span.start, end: span.end });
  }
  return merged;
}
