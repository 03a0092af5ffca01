import type { CountryCode } from 'libphonenumber-js/max';
import { findEmails } from './find-emails';
import { findIbans } from './find-ibans';
import { findPersonalNumbers } from './find-numbers';
import type { Replacement } from './offsets';
import { DEFAULT_PHONE_REGIONS } from './phone-shape';

export type RedactionType = 'email' | 'phone' | 'card' | 'iban' | 'ssn';

export interface Redaction extends Replacement {
  type: RedactionType;
}

export interface RedactedText {
  /** The text with each find replaced by its type in brackets, as in `[email]`. */
  text: string;
  /** In text order, without overlap. */
  redactions: Redaction[];
}

/** An "@", or seven digits not far from each other: all that the finders below need. */
const WORTH_A_LOOK = /@|(?:[0-9][^0-9]{0,6}){7}/;

/**
 * Replaces e-mail addresses, phone numbers, payment cards, IBANs and US social security numbers. Cards and IBANs are
 * known by their checksums; a card number that fails its checksum is still taken when the customer calls it a card.
 * Phone numbers are known by an international or North American form, by validity in one of `phoneRegions`, or by
 * the words before them. Names and postal addresses are not looked for here. Redacting a redacted text changes nothing.
 */
export function redactPersonalData(
  text: string,
  { phoneRegions = DEFAULT_PHONE_REGIONS }: { phoneRegions?: readonly CountryCode[] } = {},
): RedactedText {
  if (!WORTH_A_LOOK.test(text)) return { text, redactions: [] };
  const emails = findEmails(text).map((span) => ({ ...span, type: 'email' as const }));
  const ibans = findIbans(text).map((span) => ({ ...span, type: 'iban' as const }));
  const outside = ibans.filter(
    (iban) => !emails.some((email) => iban.start < email.end && email.start < iban.end),
  );
  const taken = [...emails, ...outside].sort((a, b) => a.start - b.start);
  const numbers = findPersonalNumbers(text, taken, phoneRegions);
  const found = [...taken, ...numbers].sort((a, b) => a.start - b.start);

  const redactions: Redaction[] = [];
  let stored = '';
  let copiedTo = 0;
  for (const { type, start: inputStart, end: inputEnd } of found) {
    stored += text.slice(copiedTo, inputStart);
    const start = stored.length;
    stored += `[${type}]`;
    redactions.push({ type, inputStart, inputEnd, start, end: stored.length });
    copiedTo = inputEnd;
  }
  return { text: stored + text.slice(copiedTo), redactions };
}
