import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { isValidIn, looksNational, trunkRegionsOf } from './national-phones';

/** Countries whose way of writing a number with a trunk zero is recognised in any text. */
const TRUNK_REGIONS: readonly CountryCode[] = [
  ...(['GB', 'FR', 'DE', 'IT', 'NL', 'BE', 'CH', 'AT'] as const),
  ...(['AU', 'IN', 'BR', 'ZA', 'SE'] as const),
];

const MIN_DIGITS = 7;
const MAX_DIGITS = 15;
const INTERNATIONAL_PLUS = /^\(?\+\(?[1-9]/;
const INTERNATIONAL_ZEROS = /^00[1-9]/;
/** 555-123-4567, (555) 123-4567, 555.123.4567: a grouping that prices and references do not have. */
const NORTH_AMERICAN = /^(?:1[-. ])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-. ])\d{3}[-. ]\d{4}$/;
/** Numbers dialled within a country begin with a trunk 0 in most of the world. */
const TRUNK_ZERO = /^\(?0[1-9]/;
/** 2024-01-31, 31/01/24, 31.01.2024 14.30 */
const DATE = new RegExp(
  [
    '^(?:(?:19|20)\\d{2}([-./ ])(?:0?[1-9]|1[0-2])\\1(?:[0-2]?\\d|3[01])',
    '|(?:[0-2]?\\d|3[01])([-./ ])(?:[0-2]?\\d|3[01])\\2(?:(?:19|20)\\d{2}|\\d{2}))',
    '(?: \\d{1,2}(?:\\.\\d{2}){0,2})?$',
  ].join(''),
);
/** What stands before a date may be joined to it by chance: "model 8. 4/2/2018". */
const ENDS_IN_DATE = /[ .]\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d{2}$/;
/** 01312024 1430, 013124 9: a date and a time or an amount without punctuation. */
const COMPACT_DATE = /^(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:19|20)?\d{2} \d{1,4}$/;
const YEARS = /^(?:19|20)\d{2} ?[-/ ] ?(?:19|20)\d{2}$/;
const DOTTED_NUMBERS = /^\d{1,3}(?:\.\d{1,3}){3}$/;

function isNeverPhone(written: string): boolean {
  return (
    DATE.test(written) ||
    ENDS_IN_DATE.test(written) ||
    COMPACT_DATE.test(written) ||
    YEARS.test(written) ||
    DOTTED_NUMBERS.test(written)
  );
}

/**
 * Whether a written number is a phone number by its own look, with nothing said about it. International numbers and
 * the North American grouping speak for themselves; a number with a trunk zero must be valid in one of the countries, one
 * without must be grouped and valid as in the countries of the text's language. The look alone never makes an unformatted run
 * of digits a phone number: that is an order number as often.
 * @param mayLookUp otherwise its length and form are enough
 */
export function looksLikePhone(
  written: string,
  languages: readonly (string | null)[],
  mayLookUp: boolean,
): boolean {
  const digitCount = written.replace(/\D/g, '').length;
  if (digitCount < MIN_DIGITS || digitCount > MAX_DIGITS || isNeverPhone(written)) return false;
  if (INTERNATIONAL_PLUS.test(written)) return digitCount > MIN_DIGITS;
  if (NORTH_AMERICAN.test(written)) return true;
  if (INTERNATIONAL_ZEROS.test(written)) {
    return parsePhoneNumberFromString(`+${written.slice(2)}`)?.isValid() ?? false;
  }
  if (!TRUNK_ZERO.test(written)) {
    return languages.some((language) => looksNational(written, language, mayLookUp));
  }
  if (digitCount < 9 || digitCount > 12) return false;
  return (
    !mayLookUp || isValidIn(written, TRUNK_REGIONS) || isValidIn(written, languages.flatMap(trunkRegionsOf))
  );
}

/** Whether a written number may be a phone number when the words before it say that it is one. */
export function mayBePhone(written: string): boolean {
  const digitCount = written.replace(/\D/g, '').length;
  if (digitCount < MIN_DIGITS || digitCount > MAX_DIGITS) return false;
  return !isNeverPhone(written);
}
