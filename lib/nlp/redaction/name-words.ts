import type { TextSpan } from '../offsets';
import { foldName } from './name-lists';

const FIRST_WORD = /\p{L}[\p{L}\p{M}'’-]*/uy;
/** One more word of a name (group 2), directly or after an initial or a particle (group 1). */
const NEXT_WORD =
  / (\p{Lu}\.? |(?:van|von|zu|ten|ter|de|di|da|do|dos|del|della|du|le|la|el|al|bin|ben) (?:(?:der|den|de|la|las|los) )?)?(\p{L}[\p{L}\p{M}'’-]*)/uy;
/** Part of another word, of an address, or of a replacement such as `[iban]`. */
export const JOINED_BEFORE = /[\p{L}\p{N}_@#/\\.[]/u;
const POSSESSIVE = /(?:['’][sS]|['’-]+)$/;
const CAPITAL = /^\p{Lu}/u;
export const INITIAL = /^\p{Lu}\.? $/u;

export interface Word extends TextSpan {
  written: string;
  folded: string;
}

/** Whether the last two signs are letters of ASCII: then nothing is to be cut off, and most words are such. */
const endsInLetters = (raw: string): boolean =>
  isPlainLetter(raw.charCodeAt(raw.length - 1)) &&
  (raw.length === 1 || isPlainLetter(raw.charCodeAt(raw.length - 2)));
const isPlainLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;

export function readWord(raw: string, start: number): Word {
  const written = endsInLetters(raw) ? raw : raw.replace(POSSESSIVE, '');
  return { written, folded: foldName(written), start, end: start + written.length };
}

export function readWordAt(text: string, start: number): Word | null {
  FIRST_WORD.lastIndex = start;
  const raw = FIRST_WORD.exec(text)?.[0];
  return raw === undefined ? null : readWord(raw, start);
}

export interface NextWord extends Word {
  /** The initial or particle before it, with its space. */
  link: string | undefined;
}

export function readNextWord(text: string, end: number): NextWord | null {
  NEXT_WORD.lastIndex = end;
  const match = NEXT_WORD.exec(text);
  if (!match) return null;
  const [whole, link, raw = ''] = match;
  return { ...readWord(raw, end + whole.length - raw.length), link };
}

export const isCapitalised = (word: Word): boolean => CAPITAL.test(word.written);
/** A word in capitals among others is an abbreviation: "Sarah IT". */
export const isShouted = (word: Word): boolean =>
  word.written.length > 1 && word.written === word.written.toUpperCase();
