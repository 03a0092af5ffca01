import { isCurrency } from '@/lib/core/money';
import { parseFlag } from './flags';
import { readDecimal, readScaledScore } from './scales';

/** A value read from a cell, or the reason why it cannot be one. */
export type CellReading<T> = { value: T } | { error: string };

/** Characters a text may have; longer ones are documents rather than comments and are refused, not cut. */
export const MAX_TEXT_CHARS = 100_000;
/** Characters a name, an identifier or any other short value may have. */
export const MAX_SHORT_CHARS = 1000;

const EMAIL = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/;

/** A text of at most `maxChars` UTF-16 code units. */
export function readTextCell(text: string, column: string, maxChars: number): CellReading<string> {
  if (text.length <= maxChars) return { value: text };
  return { error: `the text in column "${column}" has ${text.length} characters, more than ${maxChars}` };
}

/**
 * A whole number from `low` to `high`; "9.0", as programs with blank cells write it, is 9, and so is "9/10" on a scale to
 * 10, as "4 stars" and "Satisfied" are 4 on a scale to 5.
 */
export function readScoreCell(text: string, column: string, low: number, high: number): CellReading<number> {
  const score = findScore(text, low, high);
  if (score !== null && Number.isInteger(score)) return { value: score };
  return { error: `"${shorten(text)}" in column "${column}" is not a whole number from ${low} to ${high}` };
}

/** A score on a scale of its own: as {@link readScoreCell}, with decimals where there are some. */
export function readOwnScoreCell(
  text: string,
  column: string,
  low: number,
  high: number,
): CellReading<number> {
  const score = findScore(text, low, high);
  if (score !== null) return { value: score };
  return { error: `"${shorten(text)}" in column "${column}" is not a number from ${low} to ${high}` };
}

function findScore(text: string, low: number, high: number): number | null {
  const scaled = readScaledScore(text);
  const plain = /^\d{1,3}(?:[.,]\d{1,6})?$/.test(text) ? readDecimal(text) : Number.NaN;
  const score = scaled?.high === high ? scaled.score : plain;
  return score >= low && score <= high ? score : null;
}

/** Yes or no. */
export function readFlagCell(text: string, column: string): CellReading<boolean> {
  const value = parseFlag(text);
  return value === null
    ? { error: `"${shorten(text)}" in column "${column}" is neither yes nor no` }
    : { value };
}

/** An e-mail address in lower case. */
export function readEmailCell(text: string, column: string): CellReading<string> {
  if (text.length <= 320 && EMAIL.test(text)) return { value: text.toLowerCase() };
  return { error: `"${shorten(text)}" in column "${column}" is not an e-mail address` };
}

/** A phone number as it is written: digits with the signs people put between them. */
export function readPhoneCell(text: string, column: string): CellReading<string> {
  const digits = text.replace(/\D/g, '').length;
  if (text.length <= 40 && digits >= 5 && digits <= 17 && /^[+(]?[\d\s().\-/+x]*$/i.test(text))
    return { value: text };
  return { error: `"${shorten(text)}" in column "${column}" is not a phone number` };
}

/** A currency code in capitals. */
export function readCurrencyCell(text: string, column: string): CellReading<string> {
  const code = text.toUpperCase();
  if (isCurrency(code)) return { value: code };
  return { error: `"${shorten(text)}" in column "${column}" is not a currency code such as EUR` };
}

/** The beginning of a value, for a reason that stays one line. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
