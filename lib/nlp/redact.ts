import { detectLanguage } from './language';
import { mapSpanToInput, type Replacement, type TextSpan } from './offsets';
import { type AllowedTerms, findAllowedSpans } from './redaction/allowed-terms';
import { findEmails } from './redaction/find-emails';
import { findIbans } from './redaction/find-ibans';
import { findIpAddresses } from './redaction/find-ip-addresses';
import { findNames } from './redaction/find-names';
import { findNationalIds } from './redaction/find-national-ids';
import { findPersonalNumbers, MIN_DIGITS } from './redaction/find-numbers';
import { findPostalAddresses } from './redaction/find-postal-addresses';
import { findSpelledEmails } from './redaction/find-spelled-emails';
import { glanceAt } from './redaction/glance';
import type { KnownNames } from './redaction/known-names';
import { toPlainForm } from './redaction/plain-form';
import { type RedactionType, withoutMarks } from './redaction/replacement-marks';

export interface Redaction extends Replacement {
  type: RedactionType;
}

export interface RedactedText {
  /** The text with each find replaced by its type in brackets, as in `[email]`. */
  text: string;
  /** In text order, without overlap. */
  redactions: Redaction[];
}

export interface RedactionOptions {
  /** ISO 639-1, as the source says it: tells how phone numbers are grouped, besides the language that is detected. */
  language?: string | null;
  /** Names of people that are known beforehand; see `compileKnownNames`. */
  knownNames?: KnownNames;
  /** Terms that are never taken for personal data; see `compileAllowedTerms`. */
  allowedTerms?: AllowedTerms;
}

/**
 * Replaces personal data. By form and checksum: e-mail addresses, phone numbers, payment cards, IBANs, national ids (US,
 * UK, ES, FR, DE, IT, PT), IP addresses. By pattern: postal addresses. Best effort: people's names, by list, by the
 * words around them and by `knownNames`. A card number that fails its checksum is still taken when the customer calls
 * it a card. Redacting a redacted text changes nothing.
 */
export function redactPersonalData(text: string, options: RedactionOptions = {}): RedactedText {
  let redacted: RedactedText = { text, redactions: [] };
  let finds: Find[] = [];
  // A replacement can lay bare what stood joined to it, so the finders look until they find no more.
  for (let more = findPersonalData(text, options); more.length > 0; ) {
    const inInput = more.map(({ type, ...span }) => ({ type, ...mapSpanToInput(redacted.redactions, span) }));
    finds = [...finds, ...inInput].sort((a, b) => a.start - b.start);
    redacted = replaceFinds(text, finds);
    more = findPersonalData(redacted.text, options);
  }
  return redacted;
}

interface Find extends TextSpan {
  type: RedactionType;
}

/** One look over a text as people wrote it, whatever signs they used: in text order, without overlap. */
function findPersonalData(written: string, { language, knownNames, allowedTerms }: RedactionOptions): Find[] {
  const { text, toWritten } = toPlainForm(written);
  const finds = findInPlainText(text, { language, knownNames });
  if (finds.length === 0) return finds;
  const kept = allowedTerms ? removeAllowed(text, finds, findAllowedSpans(text, allowedTerms)) : finds;
  return kept.map(({ type, ...span }) => ({ type, ...toWritten(span) }));
}

function findInPlainText(
  text: string,
  { language, knownNames }: Pick<RedactionOptions, 'language' | 'knownNames'>,
): Find[] {
  let languages: readonly (string | null)[] | null = null;
  const getLanguages = () => {
    languages ??= [
      ...new Set([...(language ? [language] : []), detectLanguage(withoutMarks(text)).language]),
    ];
    return languages;
  };
  const glance = glanceAt(text);
  const find = (type: RedactionType, spans: TextSpan[]): Find[] => spans.map((span) => ({ ...span, type }));
  let finds = find('email', findSpelledEmails(text));
  if (glance.hasAt) finds = addFinds(find('email', findEmails(text)), finds);
  if (glance.hasNumber) {
    finds = addFinds(finds, find('iban', findIbans(text)));
    finds = addFinds(finds, find('id', findNationalIds(text, glance)));
  }
  if (glance.hasDigit) {
    finds = addFinds(finds, find('ip', findIpAddresses(text, glance)));
    if (glance.digitsNear >= MIN_DIGITS)
      finds = addFinds(finds, findPersonalNumbers(text, finds, getLanguages));
    finds = addFinds(finds, find('address', findPostalAddresses(text, glance)));
  }
  return addFinds(finds, find('name', findNames(text, knownNames)));
}

/** Both lists in text order; of finds that overlap, those that were there before. */
function addFinds(before: Find[], more: Find[]): Find[] {
  if (more.length === 0) return before;
  if (before.length === 0) return withoutOverlap(more.sort((a, b) => a.start - b.start));
  const sorted = more.sort((a, b) => a.start - b.start);
  let next = 0;
  const free = sorted.filter(({ start, end }) => {
    while (next < before.length && (before[next]?.end ?? 0) <= start) next++;
    const taken = before[next];
    return taken === undefined || taken.start >= end;
  });
  return [...before, ...withoutOverlap(free)].sort((a, b) => a.start - b.start);
}

function withoutOverlap(sorted: Find[]): Find[] {
  let end = 0;
  return sorted.filter((find) => {
    if (find.start < end) return false;
    end = find.end;
    return true;
  });
}

/** Leaves out what allowed terms cover whole; of a name, what they leave of it is still a name. */
function removeAllowed(text: string, finds: Find[], allowed: readonly TextSpan[]): Find[] {
  let next = 0;
  return finds.flatMap((find) => {
    while (next < allowed.length && (allowed[next]?.end ?? 0) <= find.start) next++;
    const over: TextSpan[] = [];
    for (let index = next; (allowed[index]?.start ?? Infinity) < find.end; index++) {
      over.push(...allowed.slice(index, index + 1));
    }
    if (over.length === 0) return [find];
    if (find.type === 'name') return cutOut(text, find, over);
    return over.some(({ start, end }) => start <= find.start && find.end <= end) ? [] : [find];
  });
}

function cutOut(text: string, find: Find, holes: readonly TextSpan[]): Find[] {
  const rest: Find[] = [];
  let from = find.start;
  for (const hole of [...holes, { start: find.end, end: find.end }]) {
    const letters = /\p{L}.*\p{L}|\p{L}/su.exec(text.slice(from, hole.start));
    if (letters) {
      const start = from + letters.index;
      rest.push({ ...find, start, end: start + letters[0].length });
    }
    from = Math.max(from, hole.end);
  }
  return rest;
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
