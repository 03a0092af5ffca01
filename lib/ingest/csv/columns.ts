import { type DecimalMark, detectDecimal } from '@/lib/core/money';
import { isBlank } from './blank';
import { findListSign, type ListSign } from './choice-lists';
import { type DateDetection, detectDateFormat } from './detect-date-format';
import { isDateField } from './field-names';
import { parseFlag } from './flags';
import { readDecimal, readScaledScore, type Scale, scaleInName, scaleOfValues } from './scales';

export type ColumnLook =
  | 'empty'
  | 'boolean'
  | 'email'
  | 'url'
  | 'date'
  | 'score15'
  | 'score010'
  | 'number'
  | 'money'
  | 'id'
  | 'category'
  | 'json'
  | 'text';

/** What the sampled values of a column have in common. Shares are 0..1, `averageLength` is in UTF-16 code units. */
export interface ColumnProfile {
  name: string;
  examples: string[];
  filledShare: number;
  looksLike: ColumnLook;
  /** What was found of dates, where the column looks like dates. */
  dates?: DateDetection;
  /** Where the column looks like numbers or money, or at least half of it does. */
  decimal?: DecimalMark | 'ambiguous';
  /** Share of what is filled that is a number or an amount; of profiles of older versions, unknown. */
  numberShare?: number;
  /** The scale that the name or the values of a column of numbers state; unknown where they do not. */
  scale?: Scale;
  /** The whole numbers that the scores of a column lie between, the few that do not fit left aside. */
  range?: Scale;
  /** What parts several choices within one cell, where the column is of such. */
  listSign?: ListSign;
  averageLength: number;
  distinctShare: number;
}

// A few dirty cells do not change what a column is; they become errors of their rows.
const MOST = 0.9;
/** From this share of numbers on a column that is named as an amount is one. */
export const MOSTLY = 0.5;

const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;
const URL_LIKE = /^(?:https?:\/\/|www\.)\S+$/i;
const WHOLE = /^\d+(?:\.0+)?$/;
const NUMBER = /^[-+]?(?:\d+|\d{1,3}(?:[ ,.'\u00a0\u202f’]\d{3})+)(?:[.,]\d+)?(?:e[-+]?\d+)?%?$/i;
const MONEY =
  /^[-+(]?\s*(?:\p{Sc}|[A-Z]{3}\s|R\$|CHF|kr\.?)\s*-?[\d.,' \u00a0\u202f’]+\)?$|^[-+(]?[\d.,' \u00a0\u202f’]+\s*(?:\p{Sc}|[A-Z]{3}|kr\.?|zł)\)?$/u;
const ALL_DIGITS = /^\d+(?:\.\d+)?$/;
const DATE_NAME = /date|time|stamp|jour|datum|fecha|dia|_at$|\bat$|_on$|At$/i;

function shareOf(values: readonly string[], test: (value: string) => boolean): number {
  return values.reduce((count, value) => count + (test(value) ? 1 : 0), 0) / values.length;
}

/** Whole numbers from `low` to `high`, all of them: one other value would be a row error at import. */
function areWholeWithin(values: readonly string[], low: number, high: number): boolean {
  return (
    shareOf(values, (value) => WHOLE.test(value) && Number(value) >= low && Number(value) <= high) >= MOST
  );
}

function isJson(value: string): boolean {
  if (!/^(?:\{\s*["}]|\[\s*[[{\]"])/.test(value)) return false;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

function findDates(name: string, values: readonly string[]): DateDetection | null {
  const found = detectDateFormat(values, { isNamedSo: DATE_NAME.test(name) || isDateField(name) });
  if (found.kind === 'none') return null;
  // Ten digits are as often a phone number or an identifier as a moment, unless the name says so.
  return values.every((value) => ALL_DIGITS.test(value)) && !DATE_NAME.test(name) ? null : found;
}

function lookAtNumbers(values: readonly string[], distinctShare: number): ColumnLook {
  const distinct = new Set(values.map(Number));
  const isWhole = shareOf(values, (value) => WHOLE.test(value)) >= MOST;
  if (isWhole && distinct.size === 2 && distinct.has(0) && distinct.has(1)) return 'boolean';
  if (isWhole && areWholeWithin(values, 1, 5)) return 'score15';
  if (isWhole && areWholeWithin(values, 0, 10)) return 'score010';
  const isId =
    isWhole && distinctShare > 0.98 && values.length >= 20 && values.every((value) => value.length >= 3);
  return isId ? 'id' : 'number';
}

function lookAtWords(values: readonly string[], distinctShare: number, averageLength: number): ColumnLook {
  const withSpace = shareOf(values, (value) => /\s/.test(value));
  const withDigit = shareOf(values, (value) => /\d/.test(value));
  if (withSpace === 0 && distinctShare > 0.3 && withDigit >= MOST && averageLength <= 64) return 'id';
  const distinct = Math.round(distinctShare * values.length);
  const isRepeated = distinct === 1 && values.length > 1;
  const isFew = isRepeated || (values.length >= 10 && distinct <= Math.max(3, values.length * 0.1));
  if (isFew && averageLength < 80) return 'category';
  const sentences = shareOf(values, (value) => /[.!?…]$/.test(value));
  return withSpace >= 0.3 && (averageLength >= 15 || sentences >= 0.5)
    ? 'text'
    : isFew || averageLength < 25
      ? 'category'
      : 'text';
}

/** What is known of the scale of numbers that may be scores. */
function scaleOf(
  name: string,
  values: readonly string[],
  looksLike: ColumnLook,
): Pick<ColumnProfile, 'scale' | 'range'> {
  const isPercent = looksLike === 'number' && shareOf(values, (value) => value.endsWith('%')) >= MOST;
  const scale = isPercent ? { low: 0, high: 100 } : scaleInName(name);
  if (looksLike !== 'score15' && looksLike !== 'score010')
    return scale ? { scale, ...rangeWithin(scale, values) } : {};
  const most = looksLike === 'score15' ? 5 : 10;
  const scores = values.filter((value) => WHOLE.test(value) && Number(value) <= most).map(Number);
  const range = { low: Math.min(...scores), high: Math.max(...scores) };
  return { range, ...(scale ? { scale } : {}) };
}

/** The whole numbers that the values on a scale lie between; nothing where a tenth of them are none. */
function rangeWithin(scale: Scale, values: readonly string[]): { range?: Scale } {
  const scores = values
    .map((value) => readScaledScore(value)?.score ?? readDecimal(value.replace(/\s*%$/, '')))
    .filter((score) => score >= scale.low && score <= scale.high);
  if (scores.length < values.length * MOST) return {};
  return { range: { low: Math.floor(Math.min(...scores)), high: Math.ceil(Math.max(...scores)) } };
}

function profileColumn(name: string, cells: readonly string[]): ColumnProfile {
  const values = cells.filter((cell) => !isBlank(cell)).map((cell) => cell.trim());
  const distinct = new Set(values);
  const distinctShare = values.length === 0 ? 0 : distinct.size / values.length;
  const averageLength =
    values.length === 0 ? 0 : values.reduce((sum, value) => sum + value.length, 0) / values.length;
  const numbers = values.filter((value) => MONEY.test(value) || NUMBER.test(value));
  const numberShare = values.length === 0 ? 0 : numbers.length / values.length;
  const base = {
    name,
    numberShare,
    examples: [...distinct].slice(0, 3),
    filledShare: cells.length === 0 ? 0 : values.length / cells.length,
    averageLength,
    distinctShare,
  };
  if (values.length === 0) return { ...base, looksLike: 'empty' };
  if (distinct.size <= 4 && values.every((value) => !/^\d$/.test(value) && parseFlag(value) !== null)) {
    return { ...base, looksLike: 'boolean' };
  }
  if (shareOf(values, (value) => EMAIL.test(value)) >= MOST) return { ...base, looksLike: 'email' };
  if (shareOf(values, (value) => URL_LIKE.test(value)) >= MOST) return { ...base, looksLike: 'url' };
  // "4/5" under "Day" is the fourth of May.
  const ownScale = DATE_NAME.test(name) || isDateField(name) ? null : scaleOfValues(values, MOST);
  if (ownScale) {
    const isWhole = shareOf(values, (value) => Number.isInteger(readScaledScore(value)?.score ?? 0)) >= MOST;
    if (!isWhole) return { ...base, looksLike: 'number', scale: ownScale, ...rangeWithin(ownScale, values) };
    return { ...base, looksLike: ownScale.high === 5 ? 'score15' : 'score010', scale: ownScale };
  }
  const dates = findDates(name, values);
  if (dates) return { ...base, looksLike: 'date', dates };
  if (shareOf(values, (value) => NUMBER.test(value)) >= MOST) {
    const looksLike = lookAtNumbers(values, distinctShare);
    return { ...base, looksLike, decimal: detectDecimal(values), ...scaleOf(name, values, looksLike) };
  }
  if (numberShare >= MOST) return { ...base, looksLike: 'money', decimal: detectDecimal(values) };
  // Objects and lists that were no columns of their own: kept, but nothing that somebody said.
  if (shareOf(values, isJson) >= MOST) return { ...base, looksLike: 'json' };
  const listSign = findListSign(values);
  if (listSign) return { ...base, looksLike: 'category', listSign };
  const looksLike = lookAtWords(values, distinctShare, averageLength);
  // Called an amount, it may be one all the same: in a file of five rows one slip is a fifth of the column.
  return numberShare >= MOSTLY
    ? { ...base, looksLike, decimal: detectDecimal(numbers) }
    : { ...base, looksLike };
}

/** Profiles every column from sampled rows; NA, NULL and the like count as empty. */
export function profileColumns(header: readonly string[], sampleRows: readonly string[][]): ColumnProfile[] {
  return header.map((name, column) =>
    profileColumn(
      name,
      sampleRows.map((row) => row[column] ?? ''),
    ),
  );
}
