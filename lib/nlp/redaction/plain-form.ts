import type { TextSpan } from '../offsets';

/** A text as the finders read it, and the way back from its offsets. */
export interface PlainForm {
  text: string;
  /** The span of the text as it was written. */
  toWritten: (span: TextSpan) => TextSpan;
}

/**
 * What people, phones and word processors put in the place of plain signs: what is not seen at all (soft hyphens, joiners, marks
 * of direction, the box around a digit), spaces, full-width letters and signs, the digits of other scripts, dashes
 * beside a digit and ideographic full stops in an address. Brackets stay, for a replacement such as `[email]` has plain ones.
 */
const OTHER_SIGN = new RegExp(
  [
    '(?<unseen>[\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff]|\\u20e3)',
    '(?<space>[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000])',
    '(?<wide>[\\uff01-\\uff3a\\uff3c\\uff3e-\\uff5e])',
    '(?<dot>(?<=[a-z0-9])[\\u3002\\uff61](?=[a-z]))',
    '(?<digit>(?![0-9])\\p{Nd})',
    '(?<dash>(?<=\\p{Nd} ?)[\\u2010-\\u2015\\u2212\\u30fc]|[\\u2010-\\u2015\\u2212](?= ?\\p{Nd}))',
  ].join('|'),
  'gu',
);
const NOT_ASCII = /[^\0-\x7f]/;
/** From a full-width sign to its plain one. */
const WIDE_BY = 0xfee0;

/** The text with plain spaces, digits, hyphens and signs, one for one, and without what is not seen. */
export function toPlainForm(text: string): PlainForm {
  if (!NOT_ASCII.test(text)) return unchanged(text);
  const others = [...text.matchAll(OTHER_SIGN)];
  if (others.length === 0) return unchanged(text);
  let plain = '';
  /** Where each code unit of the plain text begins in the written one. */
  const starts: number[] = [];
  /** Where it ends there. */
  const ends: number[] = [];
  let copiedTo = 0;
  const copyTo = (end: number): void => {
    plain += text.slice(copiedTo, end);
    for (let at = copiedTo; at < end; at++) {
      starts.push(at);
      ends.push(at + 1);
    }
  };
  for (const { 0: sign, index, groups = {} } of others) {
    copyTo(index);
    copiedTo = index + sign.length;
    if (groups.unseen !== undefined) continue;
    plain += plainSign(sign, groups);
    starts.push(index);
    ends.push(copiedTo);
  }
  copyTo(text.length);
  return {
    text: plain,
    toWritten: ({ start, end }) => ({
      start: starts[start] ?? text.length,
      end: ends[end - 1] ?? text.length,
    }),
  };
}

const unchanged = (text: string): PlainForm => ({ text, toWritten: (span) => span });

function plainSign(sign: string, { space, wide, dot, digit }: Record<string, string>): string {
  if (space !== undefined) return ' ';
  if (dot !== undefined) return '.';
  if (wide !== undefined) return String.fromCharCode(sign.charCodeAt(0) - WIDE_BY);
  return digit === undefined ? '-' : String(digitValue(sign.codePointAt(0) ?? 0));
}

const MATHEMATICAL_ZERO = 0x1d7ce;
const MATHEMATICAL_NINE = 0x1d7ff;
const IS_DIGIT = /^\p{Nd}$/u;

/** Unicode lays out the digits of a script in a row, from a code that ends in 0 or in 6; those of mathematics otherwise. */
function digitValue(code: number): number {
  if (code >= MATHEMATICAL_ZERO && code <= MATHEMATICAL_NINE) return (code - MATHEMATICAL_ZERO) % 10;
  const inRow = code & 0xf;
  return inRow < 6 || (inRow < 10 && IS_DIGIT.test(String.fromCodePoint(code - inRow))) ? inRow : inRow - 6;
}
