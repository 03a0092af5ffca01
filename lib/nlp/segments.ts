import { CONTRAST_WORDS } from './contrast-words';
import { foldText } from './fold';
import { listMatches } from './list-matches';
import { isMachineLine } from './machine-text';
import type { TextSpan } from './offsets';

/**
 * Intl.Segmenter takes time quadratic in the length of its text (100 s for 1 MB of short sentences in Node 20), so it
 * is shown windows of this length; a longer sentence is cut at a space.
 */
const WINDOW_LENGTH = 2000;
/** No statement grows beyond this by what is only joined to it: keeps hostile text cheap. */
const MAX_JOINED_LENGTH = 200;
const MIN_CLAUSE_LENGTH = 12;
const MIN_CLAUSE_WORDS = 3;

const LINE_BREAK = /[\n\r\u2028\u2029]+|(?=[•●▪‣])/gu;
/** "Dr. Smith", "e.g. this": the full stop ends no sentence. ICU's list of these is not open to JavaScript. */
const ABBREVIATION_END =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|vs|approx|e\.g|i\.e|mme|mlle|no|nr|z\.b|bzw|ca|sr|sra|ud)\.\s*$/i;
/** What ICU reads on: "Good.The staff", a full stop with the space forgotten, and "Good! :) The staff", a typed face. */
const UNSEEN_END = /(?<=\p{Ll}{2}[.!?])(?=\p{Lu}\p{Ll})|(?<=[.!?]\s?[:;=]['^-]?[()DPp] )(?=\p{Lu})/gu;
const LETTER = /\p{L}/u;
const ENDS_SENTENCE = /[.!?…]["')\]»”’]*\s*$/u;
/** Stars, hearts and faces after a sentence: "Love it!! 😍 But ..." loves it, and does not love what follows. */
const SIGNS_AFTER = /\s*(?:(?:[★☆]|\p{Extended_Pictographic}|<3)[\u200d\ufe0f\p{Emoji_Modifier}]*\s*)+/uy;
/** A line that opens with a sign is a list of them: "✅ Fast. ❌ Dear." So is what opens with a sign that only points. */
const LIST_SIGN = /^\s*(?:[✅❌✔✖☑➕➖➡▶▪▫👉📌⚠✓✗]|\p{Extended_Pictographic})/u;
const POINTING_SIGN = /^\s*[✅❌✔✖☑➕➖➡▶▪▫👉📌⚠✓✗]/u;
/** "not only good but also cheap", "nothing but trouble": no turn of opinion. */
const FALSE_CONTRAST_BEFORE =
  /(?:not only|not just|nothing|anything|all|last|non seulement|nicht nur|no solo|non solo)\b[^.!?]*$/i;
const BUT_OF_ADDITION =
  /^(?:but|mais|pero|ma|mas|aber|maar)\s+(?:also|not least|aussi|également|auch|también|anche|também)\b/i;

/** Anything else makes Intl throw. */
const ISO_639 = /^[a-z]{2,3}$/;

const sentenceSegmenters = new Map<string, Intl.Segmenter>();
const contrastPatterns = new Map<string, RegExp | null>();

/**
 * Splits a text into statements: sentences, lines and list items, and the clauses on both sides of a contrast word where
 * both are long enough to say something. A line that a program wrote stays whole. The spans are UTF-16 offsets in text order, trimmed of white space; every other
 * character is in exactly one span and no surrogate pair is cut.
 *
 * @param language ISO 639-1; chooses the sentence rules and contrast words. Null reads as English.
 */
export function splitSegments(text: string, language: string | null = null): TextSpan[] {
  const spans: TextSpan[] = [];
  for (const line of splitAt(text, { start: 0, end: text.length }, LINE_BREAK)) {
    if (isMachineLine(text.slice(line.start, line.end))) {
      spans.push(line);
      continue;
    }
    for (const sentence of splitSentences(text, line, language ?? 'en')) {
      for (const clause of splitClauses(text, sentence, language ?? 'en')) spans.push(clause);
    }
  }
  return spans;
}

/** The trimmed, non-empty pieces between the matches of a separator. */
function splitAt(text: string, span: TextSpan, separator: RegExp): TextSpan[] {
  const matches = listMatches(text.slice(span.start, span.end), separator);
  const pieces: TextSpan[] = [];
  let start = span.start;
  for (const match of matches) {
    pieces.push({ start, end: span.start + match.index });
    start = span.start + match.index + match[0].length;
  }
  pieces.push({ start, end: span.end });
  return pieces.map((piece) => trimSpan(text, piece)).filter((piece) => piece.end > piece.start);
}

function trimSpan(text: string, span: TextSpan): TextSpan {
  const piece = text.slice(span.start, span.end);
  const start = span.start + piece.length - piece.trimStart().length;
  return { start, end: Math.max(start, span.start + piece.trimEnd().length) };
}

function splitSentences(text: string, line: TextSpan, language: string): TextSpan[] {
  const sentences: TextSpan[] = [];
  let pending: TextSpan | null = null;
  let reached = line.start;
  const isList = LIST_SIGN.test(text.slice(line.start, line.start + 8));
  for (const found of findSentenceEnds(text, line, language)) {
    const end = Math.min(line.end, isList ? found : passSigns(text, found));
    if (end <= reached) continue;
    reached = end;
    const start: number = pending?.start ?? sentences.at(-1)?.end ?? line.start;
    const sentence = text.slice(start, end);
    const previous = sentences.at(-1);
    pending = null;
    const continues = ABBREVIATION_END.test(sentence.slice(-12)) || (!LETTER.test(sentence) && !previous);
    if (continues && end < line.end && sentence.length < MAX_JOINED_LENGTH) {
      pending = { start, end };
    } else if (previous && !LETTER.test(sentence)) {
      previous.end = end;
    } else {
      sentences.push({ start, end });
    }
  }
  return sentences.flatMap((sentence) => splitAt(text, sentence, UNSEEN_END));
}

/** The end of a sentence together with the signs of feeling that follow its stop. */
function passSigns(text: string, end: number): number {
  if (
    !ENDS_SENTENCE.test(text.slice(Math.max(0, end - 8), end)) ||
    POINTING_SIGN.test(text.slice(end, end + 8))
  )
    return end;
  SIGNS_AFTER.lastIndex = end;
  return SIGNS_AFTER.test(text) ? SIGNS_AFTER.lastIndex : end;
}

/** Plain letters without an inner sign that could end a sentence: no need to ask ICU, which takes long. */
const ONE_PLAIN_SENTENCE = /^[ "-\-/->@-~]{1,1000}[.!?]{0,5}$/;

/** Ends of the sentences of one line, as ICU sees them, window after window. The last one is the line's own end. */
function* findSentenceEnds(text: string, line: TextSpan, language: string): Generator<number> {
  if (ONE_PLAIN_SENTENCE.test(text.slice(line.start, line.end))) {
    yield line.end;
    return;
  }
  const segmenter = getSegmenter(language);
  let from = line.start;
  while (from < line.end) {
    const window = text.slice(from, Math.min(line.end, from + WINDOW_LENGTH));
    const isLast = from + window.length >= line.end;
    const ends: number[] = [];
    for (const { index, segment } of segmenter.segment(window)) ends.push(from + index + segment.length);
    if (!isLast) ends.pop();
    if (ends.length === 0) ends.push(from + findCut(window));
    yield* ends;
    from = ends.at(-1) ?? line.end;
  }
}

/** Where to cut a window that holds no end of a sentence: after its last space, else before half a surrogate pair. */
function findCut(window: string): number {
  const space = window.lastIndexOf(' ');
  if (space > 0) return space + 1;
  const last = window.charCodeAt(window.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? window.length - 1 : window.length;
}

function splitClauses(text: string, sentence: TextSpan, language: string): TextSpan[] {
  const pattern = getContrastPattern(language);
  if (!pattern || sentence.end - sentence.start < 2 * MIN_CLAUSE_LENGTH) return [sentence];
  const written = text.slice(sentence.start, sentence.end);
  const clauses: TextSpan[] = [];
  let start = sentence.start;
  for (const match of listMatches(written, pattern)) {
    const turn = sentence.start + match.index;
    const before = text.slice(start, turn);
    const after = text.slice(turn, sentence.end);
    if (!saysSomething(before) || !saysSomething(after)) continue;
    if (FALSE_CONTRAST_BEFORE.test(before) || BUT_OF_ADDITION.test(after)) continue;
    clauses.push(trimSpan(text, { start, end: turn }));
    start = turn;
  }
  clauses.push({ start, end: sentence.end });
  return clauses;
}

const saysSomething = (clause: string): boolean =>
  clause.trim().length >= MIN_CLAUSE_LENGTH &&
  clause.trim().split(/\s+/, MIN_CLAUSE_WORDS).length === MIN_CLAUSE_WORDS;

function getSegmenter(language: string): Intl.Segmenter {
  const known = sentenceSegmenters.get(language);
  if (known) return known;
  const segmenter = new Intl.Segmenter(ISO_639.test(language) ? language : 'en', { granularity: 'sentence' });
  sentenceSegmenters.set(language, segmenter);
  return segmenter;
}

function getContrastPattern(language: string): RegExp | null {
  const known = contrastPatterns.get(language);
  if (known !== undefined) return known;
  const words = CONTRAST_WORDS.get(language)?.flatMap((word) => [word, foldText(word)]) ?? [];
  const pattern =
    words.length > 0 ? new RegExp(`(?<=[\\s,;:–—-])(?:${words.join('|')})(?=[\\s,])`, 'giu') : null;
  contrastPatterns.set(language, pattern);
  return pattern;
}
