import type { CountryCode } from 'libphonenumber-js/max';
import type { TextSpan } from '../offsets';
import { passesLuhn } from './checksums';
import { findDigitRuns } from './digit-runs';
import { findNumberMeaning, type NumberMeaning } from './number-meaning';
import { looksLikePhone, mayBePhone } from './phone-shape';

export type PersonalNumberType = 'card' | 'ssn' | 'phone';

/** More groups than this are a table of figures, not one number. */
const MAX_GROUPS = 8;
const MIN_DIGITS = 7;
/** The longest card number, and two slips of a finger. */
const MAX_DIGITS = 21;
/** Leading digits given out to card issuers (ISO/IEC 7812 ranges of the schemes in use, and old JCB numbers). */
const CARD_ISSUER = /^(?:[3-6]|2[2-7]|1800|2131)/;
/** Area, group and serial of a US social security number that was ever issued. Source: SSA, 2011 randomization. */
const SSN = /^(?!000|666|9)\d{3}([- ])(?!00)\d{2}\1(?!0000)\d{4}$/;
const EXTENSION = /^ ?(?:x|ext\.? ?|extension |poste |durchwahl )[0-9]{1,6}(?![0-9])/i;
const TELLING_WORD_AFTER = /^[ -]{0,2}\(?(?:office|fax|mobile|home|cell|work)\b/i;
const JOINED_BEFORE = /(?:[\p{L}\p{N}_\]]|\p{L}[-_/]|[$€£¥] ?)$/u;
const JOINED_AFTER = /^(?:[\p{L}\p{N}_[]| ?[%$€£¥])/u;

/** Beyond this many in one text, the look of a number decides without a look-up: keeps hostile text cheap. */
const MAX_PHONE_LOOKUPS = 200;

/** Card, social security and phone numbers in the stretches of a text that are not taken yet. */
export function findPersonalNumbers(
  text: string,
  taken: readonly TextSpan[],
  regions: readonly CountryCode[],
): (TextSpan & { type: PersonalNumberType })[] {
  const found: (TextSpan & { type: PersonalNumberType })[] = [];
  let phoneLookups = 0;

  const classify = (span: TextSpan, meaning: NumberMeaning | null): PersonalNumberType | null => {
    const number = text.slice(span.start, span.end);
    const digits = number.replace(/\D/g, '');
    if (digits.length >= 12 && meaning === 'card') return 'card';
    if (digits.length >= 13 && CARD_ISSUER.test(digits) && passesLuhn(digits)) return 'card';
    if (SSN.test(number) || (digits.length === 9 && meaning === 'ssn')) return 'ssn';
    if (meaning === 'phone' && mayBePhone(number)) return 'phone';
    if (TELLING_WORD_AFTER.test(text.slice(span.end, span.end + 10)) && mayBePhone(number)) return 'phone';
    if (meaning === 'reference' && !number.startsWith('+')) return null;
    return looksLikePhone(number, phoneLookups++ < MAX_PHONE_LOOKUPS ? regions : null) ? 'phone' : null;
  };

  const isJoined = (span: TextSpan): boolean =>
    JOINED_BEFORE.test(text.slice(Math.max(0, span.start - 2), span.start)) ||
    (JOINED_AFTER.test(text.slice(span.end, span.end + 2)) &&
      !EXTENSION.test(text.slice(span.end, span.end + 20)));

  /** The longest number that begins at a group of a run and ends before `ceiling`. */
  const findLongest = (run: readonly TextSpan[], first: number, floor: number, ceiling: number) => {
    const start = run[first]?.start ?? 0;
    let meaning: NumberMeaning | null | undefined;
    for (let count = Math.min(MAX_GROUPS, run.length - first); count > 0; count--) {
      const span = { start, end: run[first + count - 1]?.end ?? start };
      if (!hasNumberSize(run, first, count) || span.end > ceiling || isJoined(span)) continue;
      if (meaning === undefined) meaning = findNumberMeaning(text, start, floor);
      const type = classify(span, meaning);
      if (!type) continue;
      const extension = type === 'phone' ? EXTENSION.exec(text.slice(span.end, span.end + 20)) : null;
      const extendedEnd = span.end + (extension?.[0].length ?? 0);
      return { type, count, end: extendedEnd <= ceiling ? extendedEnd : span.end };
    }
    return null;
  };

  let nextTaken = 0;
  let floor = 0;
  for (const run of findDigitRuns(text)) {
    let first = 0;
    while (first < run.length) {
      const start = run[first]?.start ?? 0;
      let ahead = taken[nextTaken];
      while (ahead && ahead.end <= start) {
        floor = Math.max(floor, ahead.end);
        ahead = taken[++nextTaken];
      }
      const number = findLongest(run, first, floor, ahead?.start ?? text.length);
      if (number) {
        found.push({ start, end: number.end, type: number.type });
        floor = number.end;
      }
      first += number?.count ?? 1;
    }
  }
  return found;
}

/** Enough digits and not too many, in groups of two and more (one group may be a single digit). */
function hasNumberSize(run: readonly TextSpan[], first: number, count: number): boolean {
  let length = 0;
  for (let index = first; index < first + count; index++) {
    const group = run[index];
    length += group ? group.end - group.start : 0;
  }
  return length >= MIN_DIGITS && length <= MAX_DIGITS && length >= 2 * count - 1;
}
