import type { CountryCode } from 'libphonenumber-js/max';
import { findEmails } from './find-emails';
import { findIbans } from './find-ibans';
import { findPersonalNumbers } from './find-numbers';
import { mapSpanToInput, type Replacement, type TextSpan } from './offsets';
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
  let redacted: RedactedText = { text, redactions: [] };
  let finds: Find[] = [];
  // A replacement can lay bare what stood joined to it, so the finders look until they find no more.
  for (let more = findPersonalData(text, phoneRegions); more.length > 0; ) {
    const inInput = more.map(({ type, ...span }) => ({ type, ...mapSpanToInput(redacted.redactions, span) }));
    finds = [...finds, ...inInput].sort((a, b) => a.start - b.start);
    redacted = replaceFinds(text, finds);
    more = findPersonalData(redacted.text, phoneRegions);
  }
  return redacted;
}

interface Find extends TextSpan {
  type: RedactionType;
}

/** One look over a text: in text order, without overlap. */
function findPersonalData(text: string, phoneRegions: readonly CountryCode[]): Find[] {
  if (!WORTH_A_LOOK.test(text)) return [];
  const emails = findEmails(text);
  const ibans = findIbans(text).filter(
    (iban) => !emails.some((email) => iban.start < email.end && email.start < iban.end),
  );
  const taken: Find[] = [
    ...emails.map((span) => ({ ...span, type: 'email' as const })),
    ...ibans.map((span) => ({ ...span, type: 'iban' as const })),
  ].sort((a, b) => a.start - b.start);
  return [...taken, ...findPersonalNumbers(text, taken, phoneRegions)].sort((a, b) => a.start - b.start);
}

function replaceFinds(text: string, finds: readonly Find[]): RedactedText {
  const redactions: Redaction[] = [];
  let stored = '';
  let copiedTo = 0;
  for (const { type, start: inputStart, end: inputEnd } of finds) {
    stored += text.slice(copiedTo, inputStart);
    const start = stored.length;
    stored += `[${type}]`;
    redactions.push({ type, inputStart, inputEnd, start, end: stored.length });
    copiedTo = inputEnd;
  }
  return { text: stored + text.slice(copiedTo), redactions };
}
