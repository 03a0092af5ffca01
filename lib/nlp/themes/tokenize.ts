import { OPENING_ADDRESS } from '../courtesy';
import { isFeelingWord } from './feeling-words';
import { stemWord } from './stem';
import { guessStopWordLanguage, stopWordsOf } from './stop-words';

/** A word that may carry a topic; offsets are UTF-16 code units into the text, `end` exclusive. */
export type Token = {
  start: number;
  end: number;
  /** The word as written, without elided article or possessive ending. */
  surface: string;
  stem: string;
};

const LONGEST_WORD = 40;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{N}\p{M}]+)*/gu;
/** Links, addresses, mark-up and redaction marks such as `[email]` are nobody's topic. */
const NOT_PROSE = /https?:\/\/\S+|www\.\S+|\[[\p{L}_ -]{2,24}\]|<\/?[a-z][^<>]{0,200}>|&[a-z]{2,6};/giu;
const UNSPACED_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;
const ELIDING_LANGUAGES = new Set(['fr', 'it']);

type Word = { start: number; end: number; surface: string; lower: string };

function maskNonProse(text: string): string {
  const blank = (match: string) => ' '.repeat(match.length);
  return text.replace(OPENING_ADDRESS, blank).replace(NOT_PROSE, blank);
}

function splitUnspaced(text: string, offset: number): Word[] {
  const words: Word[] = [];
  for (const part of new Intl.Segmenter('en', { granularity: 'word' }).segment(text)) {
    if (!part.isWordLike) continue;
    const start = offset + part.index;
    words.push({
      start,
      end: start + part.segment.length,
      surface: part.segment,
      lower: part.segment.toLowerCase(),
    });
  }
  return words;
}

/** All words of a text in order, topical or not. */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of maskNonProse(text).matchAll(WORD)) {
    const surface = match[0];
    const start = match.index;
    if (UNSPACED_SCRIPT.test(surface)) words.push(...splitUnspaced(surface, start));
    else
      words.push({
        start,
        end: start + surface.length,
        surface,
        lower: surface.toLowerCase().normalize('NFC'),
      });
  }
  return words;
}

/** Takes "l'" off "l'attente" and "'s" off "bank's", keeping the offsets true. */
function cutApostrophe(word: Word, language: string): Word {
  const mark = word.surface.search(/['’]/);
  if (mark < 0) return word;
  const keepsTail = ELIDING_LANGUAGES.has(language);
  const surface = keepsTail ? word.surface.slice(mark + 1) : word.surface.slice(0, mark);
  const start = keepsTail ? word.start + mark + 1 : word.start;
  return { start, end: start + surface.length, surface, lower: surface.toLowerCase().normalize('NFC') };
}

/** The language whose word lists serve this text: the given one (ISO 639-1), else a guess by its function words. */
export function resolveWordLanguage(text: string, language: string | null): string {
  if (language !== null && language !== '') return language.slice(0, 2).toLowerCase();
  return guessStopWordLanguage(splitWords(text).flatMap((word) => word.lower.split(/['’]/)));
}

/** What a lower-cased word is counted as, or null when it carries no topic. `language` is an ISO 639-1 code. */
export function findTopicalStem(word: string, language: string): string | null {
  if (word.length > LONGEST_WORD || (word.length < 2 && !UNSPACED_SCRIPT.test(word))) return null;
  if (stopWordsOf(language).has(word) || isFeelingWord(word, language)) return null;
  if (/^\p{N}+$/u.test(word) || /^x{2,}$/.test(word)) return null;
  return stemWord(word, language);
}

/** All words of a text as they are compared, those of mere feeling left out. `language` as in {@link tokenize}. */
export function stemAllWords(text: string, language: string | null = null): string[] {
  const resolved = resolveWordLanguage(text, language);
  return splitWords(text).flatMap(({ lower }) =>
    isFeelingWord(lower, resolved) ? [] : [stemWord(lower, resolved)],
  );
}

/**
 * The words of a text that may carry a topic: letters and digits, without stop words, words of mere feeling, bare
 * numbers, links and redaction marks. `language` is an ISO 639-1 code; null guesses it from the function words.
 */
export function tokenize(text: string, language: string | null = null): Token[] {
  const resolved = resolveWordLanguage(text, language);
  const tokens: Token[] = [];
  for (const whole of splitWords(text)) {
    const { start, end, surface, lower } = cutApostrophe(whole, resolved);
    const stem = findTopicalStem(lower, resolved);
    if (stem !== null) tokens.push({ start, end, surface, stem });
  }
  return tokens;
}
