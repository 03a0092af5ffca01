import { getNgramTable, type NgramTable, packSigns } from './ngram-table';

export interface LanguageScores {
  /** ISO 639-1, in the order of `scores`. */
  languages: readonly string[];
  /** What the n-grams of the text say for each language; overwritten by the next text. */
  scores: Float64Array;
  /** Different n-grams in the text, known or not. */
  ngrams: number;
}

/** All that is no letter of the Basic Multilingual Plane, but for the apostrophes right before a letter. */
const SEPARATORS = /(?:[^\p{L}]|[\u{10000}-\u{10ffff}])+(?<!['`\u2019])/gu;
const NOT_ASCII = /[^\0-\x7f]/;
/** Reading ends at the first space beyond this many bytes of UTF-8, and within a word beyond the second. */
const READ_BYTES = 350;
const MOST_BYTES = 380;
/** A longer word is read to here, and its end. */
const LONGEST_WORD = 70;
const NGRAM = 4;
const STRIDE = 3;
const SPACE = 0x20;
const APOSTROPHE = 0x27;
const GRAVE = 0x60;
const [FIRST_LETTER, LAST_LETTER] = [0x61, 0x7a];
/** Sets the bit that tells small from capital letters. */
const SMALL = 0x20;

let reader: ((text: string) => LanguageScores) | undefined;

/** Scores all languages as the package `eld` 2.1 does, the same sums over the same n-grams, some ten times as fast. */
export function scoreLanguages(text: string): LanguageScores {
  reader ??= makeReader(getNgramTable());
  return reader(text);
}

function makeReader({ languages, signs, size, find, starts, languageOf, scores: scoreOf }: NgramTable) {
  const scores = new Float64Array(languages.length);
  const word = new Uint8Array(MOST_BYTES + NGRAM);
  let length = 0;
  /** The number of the text that an n-gram was last seen in: each counts once. */
  const seenIn = new Uint32Array(size);
  let textNumber = 0;
  let known = 0;
  const unknown = new Set<number | string>();

  function countNgram(first: number, last: number): void {
    const number = find(first, last);
    if (number < 0) {
      unknown.add(first * 2 ** 24 + last);
      return;
    }
    if (seenIn[number] === textNumber) return;
    seenIn[number] = textNumber;
    known += 1;
    const end = starts[number + 1] ?? 0;
    for (let at = starts[number] ?? 0; at < end; at++) {
      const language = languageOf[at] ?? 0;
      scores[language] = (scores[language] ?? 0) + (scoreOf[at] ?? 0);
    }
  }

  /** Ends the word: its n-grams are four signs every three, the first with the space before it, and the last four with the space behind. */
  function endWord(): void {
    if (length === 0) return;
    const [one = 0, two = 0, three = 0, four = 0] = word;
    const read = Math.min(length, LONGEST_WORD);
    if (read > NGRAM) countNgram(packSigns(SPACE, one, two), packSigns(three, four, 0));
    for (let at = STRIDE; at + NGRAM < read; at += STRIDE) {
      countNgram(
        packSigns(word[at] ?? 0, word[at + 1] ?? 0, word[at + 2] ?? 0),
        packSigns(word[at + 3] ?? 0, 0, 0),
      );
    }
    if (length > LONGEST_WORD) {
      // Longer than any known n-gram.
      unknown.add(String.fromCharCode(...word.subarray(LONGEST_WORD - NGRAM, length)));
    } else if (length > NGRAM) {
      const at = length - NGRAM;
      countNgram(
        packSigns(word[at] ?? 0, word[at + 1] ?? 0, word[at + 2] ?? 0),
        packSigns(word[at + 3] ?? 0, SPACE, 0),
      );
    } else {
      word.fill(0, length + 1, NGRAM + 1);
      word[length] = SPACE;
      countNgram(
        packSigns(SPACE, word[0] ?? 0, word[1] ?? 0),
        packSigns(word[2] ?? 0, word[3] ?? 0, word[4] ?? 0),
      );
    }
    length = 0;
  }

  /** Reads a short text of ASCII as it is written: what {@link SEPARATORS} finds ends a word. */
  function readPlain(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const letter = code | SMALL;
      if (letter >= FIRST_LETTER && letter <= LAST_LETTER) word[length++] = letter;
      else if ((code === APOSTROPHE || code === GRAVE) && isBeforeLetter(text, at)) word[length++] = code;
      else endWord();
    }
    endWord();
  }

  /** Reads a text of letters, apostrophes and spaces. */
  function readSigns(text: string): void {
    let bytes = 0;
    for (let at = 0; at < text.length && bytes <= MOST_BYTES; at++) {
      const code = text.charCodeAt(at);
      if (code === SPACE) {
        endWord();
        if (bytes > READ_BYTES) return;
        bytes += 1;
      } else if (code < 0x80) {
        word[length++] = code;
        bytes += 1;
      } else if (code < 0x800) {
        word[length++] = signs[0xc0 | (code >> 6)] ?? 0;
        word[length++] = signs[0x80 | (code & 0x3f)] ?? 0;
        bytes += 2;
      } else {
        word[length++] = signs[0xe0 | (code >> 12)] ?? 0;
        word[length++] = signs[0x80 | ((code >> 6) & 0x3f)] ?? 0;
        word[length++] = signs[0x80 | (code & 0x3f)] ?? 0;
        bytes += 3;
      }
    }
    endWord();
  }

  return (text: string): LanguageScores => {
    scores.fill(0);
    unknown.clear();
    textNumber += 1;
    known = 0;
    if (text.length > READ_BYTES || NOT_ASCII.test(text)) {
      readSigns(text.replace(SEPARATORS, ' ').trim().toLowerCase());
    } else readPlain(text);
    return { languages, scores, ngrams: known + unknown.size };
  };
}

/** Whether nothing but apostrophes stands between an apostrophe and the next letter or the end. */
function isBeforeLetter(text: string, apostrophe: number): boolean {
  let at = apostrophe + 1;
  while (text.charCodeAt(at) === APOSTROPHE || text.charCodeAt(at) === GRAVE) at++;
  const letter = text.charCodeAt(at) | SMALL;
  return at === text.length || (letter >= FIRST_LETTER && letter <= LAST_LETTER);
}
