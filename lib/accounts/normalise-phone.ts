import { parsePhoneNumberFromString } from 'libphonenumber-js';

/**
 * A phone number in E.164 (`+4930123456`); null for what is none. Without a country in front (`+49`, `0049`) the same
 * digits are numbers of many people, so such a number tells of nobody.
 */
export function normalisePhone(written: string): string | null {
  const number = parsePhoneNumberFromString(written.trim().replace(/^00/, '+'));
  return number?.isPossible() ? number.number : null;
}
