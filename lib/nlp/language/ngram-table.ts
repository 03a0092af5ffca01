import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The n-grams that the npm package `eld` (Apache-2.0) knows languages by, in flat arrays of 3 MB: its own
 * form, an object for each of 105,548 n-grams, takes 60 MB and four times as long to load.
 */
export interface NgramTable {
  /** ISO 639-1, in the package's order. */
  languages: readonly string[];
  /** The one-byte sign that stands for each byte of UTF-8 in an n-gram. */
  signs: Uint8Array;
  size: number;
  /** Number of the n-gram of these signs (see {@link packSigns}), or -1. */
  find(first: number, last: number): number;
  /** Where the languages of an n-gram begin in `languageOf` and `scores`; one more than there are n-grams. */
  starts: Uint32Array;
  languageOf: Uint8Array;
  scores: Uint16Array;
}

/** Three signs as one number: the first or last half of an n-gram, filled up with 0. */
export const packSigns = (one: number, two: number, three: number): number =>
  (one << 16) | (two << 8) | three;

/** What the package takes off every score to be smaller. */
const BASE_SCORE = 53;
const OPENING = 'ngrams:{';
const ZERO = 0x30;
const SLOTS = 2 ** 18;
const BYTES = 256;
const SOURCE = join(process.cwd(), 'node_modules/eld/src');

let shared: NgramTable | undefined;

/** The medium table, read from the installed package at first use. */
export function getNgramTable(): NgramTable {
  if (shared) return shared;
  const read = (file: string) => readFileSync(join(SOURCE, file), 'utf8');
  shared = parseNgramTable(read('ngrams/medium.js'), read('dictionary.js'));
  return shared;
}

/**
 * Reads the package's two source files: `languages:{0:'am',…}`, `ngrams:{' the':{11:88,…},…}`, and a list of 256 signs.
 *
 * @throws Error where they are of another form
 */
export function parseNgramTable(ngrams: string, dictionary: string): NgramTable {
  const languages = [...matchOrThrow(ngrams, /languages:\{([^}]*)\}/).matchAll(/(\d+):'([a-z]+)'/g)].map(
    ([, , code]) => code ?? '',
  );
  const signs = Uint8Array.from(
    matchOrThrow(dictionary, /dictionary = \[([\s\S]*)\]\s*$/).matchAll(/'(\\?.)'/g),
    ([, sign = '']) => sign.charCodeAt(sign.length - 1),
  );
  const firsts: number[] = [];
  const lasts: number[] = [];
  const starts: number[] = [];
  const languageOf: number[] = [];
  const scores: number[] = [];
  for (let at = ngrams.indexOf(OPENING) + OPENING.length; ngrams[at] !== '}' && at < ngrams.length; ) {
    const [first, last, end] = readKey(ngrams, at);
    firsts.push(first);
    lasts.push(last);
    starts.push(scores.length);
    const close = ngrams.indexOf('}', end);
    // Numbers parted by one sign each: language, score, language, score.
    let number = 0;
    for (at = end + ':{'.length; at <= close; at++) {
      const digit = ngrams.charCodeAt(at) - ZERO;
      if (digit >= 0 && digit <= 9) {
        number = 10 * number + digit;
        continue;
      }
      if (languageOf.length === scores.length) languageOf.push(number);
      else scores.push(number + BASE_SCORE);
      number = 0;
    }
    if (ngrams[at] === ',') at++;
  }
  if (languages.length === 0 || firsts.length === 0 || signs.length !== BYTES) {
    throw new Error('The n-grams of the package eld are not in the form that is known.');
  }
  starts.push(scores.length);
  return {
    languages,
    signs,
    size: firsts.length,
    find: indexNgrams(Int32Array.from(firsts), Int32Array.from(lasts)),
    starts: Uint32Array.from(starts),
    languageOf: Uint8Array.from(languageOf),
    scores: Uint16Array.from(scores),
  };
}

/** The signs of the key at a place, and where it ends: a bare word, or in quotes, with a backslash before a quote or backslash in it. */
function readKey(source: string, start: number): [first: number, last: number, end: number] {
  const signs = [0, 0, 0, 0, 0, 0];
  const quote = source.charAt(start);
  const isQuoted = quote === "'" || quote === '"';
  const close = isQuoted ? quote : ':';
  let at = isQuoted ? start + 1 : start;
  for (let count = 0; source.charAt(at) !== close && count < signs.length; count++, at++) {
    if (isQuoted && source.charAt(at) === '\\') at++;
    signs[count] = source.charCodeAt(at);
  }
  const [one = 0, two = 0, three = 0, four = 0, five = 0, six = 0] = signs;
  return [packSigns(one, two, three), packSigns(four, five, six), isQuoted ? at + 1 : at];
}

function matchOrThrow(source: string, pattern: RegExp): string {
  const found = pattern.exec(source)?.[1];
  if (found === undefined)
    throw new Error('The n-grams of the package eld are not in the form that is known.');
  return found;
}

/** Spreads the signs of an n-gram over the slots. */
const slotOf = (first: number, last: number): number => {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(last, 0x85ebca6b);
  return (mixed ^ (mixed >>> 14)) & (SLOTS - 1);
};

/** A look-up in an open hash table: a slot holds a number, one more than the n-gram's, or 0. */
function indexNgrams(firsts: Int32Array, lasts: Int32Array): NgramTable['find'] {
  const slots = new Int32Array(SLOTS);
  for (let number = 0; number < firsts.length; number++) {
    let slot = slotOf(firsts[number] ?? 0, lasts[number] ?? 0);
    while (slots[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    slots[slot] = number + 1;
  }
  return (first, last) => {
    let slot = slotOf(first, last);
    for (;;) {
      const number = (slots[slot] ?? 0) - 1;
      if (number < 0 || (firsts[number] === first && lasts[number] === last)) return number;
      slot = (slot + 1) & (SLOTS - 1);
    }
  };
}
