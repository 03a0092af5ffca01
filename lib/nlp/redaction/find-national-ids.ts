import { listMatches } from '../list-matches';
import type { TextSpan } from '../offsets';
import type { Glance } from './glance';
import {
  passesAffiliationCheck,
  passesCitizenCardCheck,
  passesCodiceFiscaleCheck,
  passesCpfCheck,
  passesDniCheck,
  passesNhsCheck,
  passesNifCheck,
  passesNirCheck,
  passesPensionNumberCheck,
  passesSteuerIdCheck,
} from './national-id-checks';

interface NationalId {
  /** Of a number as written. */
  pattern: RegExp;
  /** Of the number in upper case without spaces and punctuation. */
  passes: (compact: string) => boolean;
  /** Digits that stand together in each, at most one sign between two of them. */
  digits: number;
  /** Where the number alone could be anything: what has to stand before it. */
  context?: RegExp;
  /** What a text that holds the context holds; asked where digits say little. */
  needed?: RegExp;
}

const WINDOW_LENGTH = 48;
const SEPARATORS = /[\s.\-/]/g;

/** Of numbers without a check digit. */
const always = () => true;

/** Of the countries whose languages we read. The US social security number is found among the other numbers. */
const NATIONAL_IDS: readonly NationalId[] = [
  {
    // UK National Insurance number, which has no check digit. Prefixes never issued are left out. Source: HMRC NIM39110.
    pattern:
      /(?<![\p{L}\p{N}])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\p{N}])/giu,
    digits: 6,
    passes: (compact) => !/^(?:BG|GB|NK|KN|TN|NT|ZZ)/.test(compact),
  },
  {
    // Spanish DNI and NIE.
    pattern:
      /(?<![\p{L}\p{N}])(?:[XYZ][ -]?\d{7}|\d{8}|\d{2}\.\d{3}\.\d{3})[ -]?[A-HJ-NP-TV-Z](?![\p{L}\p{N}])/giu,
    digits: 7,
    passes: passesDniCheck,
  },
  {
    // French NIR with its key: sex, year, month, department, commune, order, key.
    pattern:
      /(?<![\p{L}\p{N}])[1278][ .-]?\d{2}[ .-]?(?:0[1-9]|[2-4]\d|1[0-2]|50|[5-9]\d)[ .-]?(?:\d{2}|2[AB])[ .-]?\d{3}[ .-]?\d{3}[ .-]?\d{2}(?![\p{L}\p{N}])/giu,
    digits: 6,
    passes: passesNirCheck,
  },
  {
    // Italian codice fiscale; in namesakes' codes letters stand for digits.
    pattern:
      /(?<![\p{L}\p{N}])[A-Z]{3} ?[A-Z]{3} ?[\dL-NP-V]{2} ?[ABCDEHLMPRST] ?[\dL-NP-V]{2} ?[A-Z] ?[\dL-NP-V]{3} ?[A-Z](?![\p{L}\p{N}])/giu,
    digits: 0,
    passes: passesCodiceFiscaleCheck,
  },
  {
    // German Steuer-ID.
    pattern: /(?<![\p{L}\p{N}])[1-9]\d ?\d{3} ?\d{3} ?\d{3}(?![\p{L}\p{N}])/gu,
    digits: 11,
    passes: passesSteuerIdCheck,
    context: /steuer|identifikationsnummer|id-?nr|\btin\b|tax id/i,
  },
  {
    // Portuguese NIF.
    pattern: /(?<![\p{L}\p{N}])[1-35-9]\d{2}[ .-]?\d{3}[ .-]?\d{3}(?![\p{L}\p{N}])/gu,
    digits: 9,
    passes: passesNifCheck,
    context: /\bnif\b|contribuinte|fiscal|tax (?:id|number)/i,
  },
  {
    // Portuguese Cartão de Cidadão.
    pattern: /(?<![\p{L}\p{N}])\d{8}[ -]?\d[ -]?[A-Z]{2}\d(?![\p{L}\p{N}])/giu,
    digits: 9,
    passes: passesCitizenCardCheck,
  },
  {
    // Brazilian CPF as it is printed; in one piece it could be a phone number.
    pattern: /(?<![\p{L}\p{N}.])\d{3}[. ]\d{3}[. ]\d{3}[- /]\d{2}(?![\p{L}\p{N}])/gu,
    digits: 11,
    passes: passesCpfCheck,
  },
  {
    pattern: /(?<![\p{L}\p{N}])\d{9}-?\d{2}(?![\p{L}\p{N}])/gu,
    digits: 11,
    passes: passesCpfCheck,
    context: /\bcpf\b/i,
  },
  {
    // Brazilian identity card, whose check differs by state.
    pattern: /(?<![\p{L}\p{N}])\d{1,2}\.?\d{3}\.?\d{3}-?[\dX](?![\p{L}\p{N}])/giu,
    digits: 7,
    passes: always,
    context: /\brg\b/i,
  },
  {
    // UK NHS number.
    pattern: /(?<![\p{L}\p{N}])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\p{L}\p{N}])/gu,
    digits: 10,
    passes: passesNhsCheck,
    context: /\bnhs\b/i,
  },
  {
    // UK tax reference.
    pattern: /(?<![\p{L}\p{N}])\d{5} ?\d{5}(?![\p{L}\p{N}])/gu,
    digits: 10,
    passes: always,
    context: /\butr\b|taxpayer reference/i,
  },
  {
    // German pension insurance number.
    pattern: /(?<![\p{L}\p{N}])\d{2} ?\d{6} ?[A-Z] ?\d{2} ?\d(?![\p{L}\p{N}])/giu,
    digits: 8,
    passes: passesPensionNumberCheck,
  },
  {
    // German health insurance number.
    pattern: /(?<![\p{L}\p{N}])[A-Z] ?\d{9}(?![\p{L}\p{N}])/giu,
    digits: 9,
    passes: always,
    context: /versicherten-?n(?:r|ummer)|krankenkasse|krankenversicherung|\bkvnr\b/i,
  },
  {
    // German tax number, as each state writes it.
    pattern: /(?<![\p{L}\p{N}])\d{2,3}[/ ]\d{3,4}[/ ]\d{4,5}(?![\p{L}\p{N}])/gu,
    digits: 9,
    passes: always,
    context: /steuer-?(?:nr|n(?:ummer)|id)/i,
  },
  {
    // Spanish social security number.
    pattern: /(?<![\p{L}\p{N}])\d{2}[ /-]?\d{8}[ /-]?\d{2}(?![\p{L}\p{N}])/gu,
    digits: 12,
    passes: passesAffiliationCheck,
    context: /seg(?:uridad|\.)? social|afiliaci[oó]n|\bnuss\b|\bnaf\b/i,
  },
  {
    // Passports, identity cards and driving licences, directly after what they are called.
    pattern: /(?<![\p{L}\p{N}])(?=(?:[\p{L}-]*\p{N}){5})[A-Z0-9][A-Z0-9-]{4,15}[A-Z0-9](?![\p{L}\p{N}])/giu,
    digits: 0,
    passes: always,
    needed: /pas|perso|ausweis|identit|dula|driv|schein|permis|patente|carn/iu,
    context:
      /(?:(?<!\p{L})(?:passport|passeport|pasaporte|passaporto|passaporte|reisepass|(?:personal)?ausweis|perso|identity card|carte d['’]identité|carta d['’]identità|c[eé]dula|driv(?:ing|er['’]?s) licen[cs]e|f[uü]hrerschein|permis de conduire|patente|carn[eé] de conducir)(?:nummer)?)[ :-]*(?:(?:no|nr|number|nummer|num[eé]ro|n[uú]mero|n[º°]|is|ist|est|es|[eéè]|#)[ .:]+){0,3}[ :#]*$/iu,
  },
];

/** National identity and tax numbers of the UK, Spain, France, Italy, Germany, Portugal and Brazil. */
export function findNationalIds(
  text: string,
  { digitsTogether }: Pick<Glance, 'digitsTogether'>,
): TextSpan[] {
  const found: TextSpan[] = [];
  for (const { pattern, digits, passes, context, needed } of NATIONAL_IDS) {
    if (digits > digitsTogether || (needed && !needed.test(text))) continue;
    for (const match of listMatches(text, pattern)) {
      const start = match.index;
      if (!passes(match[0].replace(SEPARATORS, '').toUpperCase())) continue;
      if (context && !context.test(readWordsBefore(text, start))) continue;
      found.push({ start, end: start + match[0].length });
    }
  }
  return found;
}

/** What stands before another number or a replacement does not speak of this one. */
function readWordsBefore(text: string, start: number): string {
  return text.slice(Math.max(0, start - WINDOW_LENGTH), start).replace(/^[\s\S]*[0-9\]]/, '');
}
