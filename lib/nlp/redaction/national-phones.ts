import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** How the numbers of a country are grouped where they are written without a trunk zero. */
interface NationalForm {
  regions: readonly CountryCode[];
  /** Of the number as written, spaces and hyphens made plain. */
  form: RegExp;
}

/** Between two groups. */
const S = '[ .-]';
const grouped = (...forms: string[]): RegExp =>
  new RegExp(`^(?:${forms.join('|').replaceAll('_', S)})$`, 'u');

const SPAIN: NationalForm = {
  regions: ['ES', 'PE'],
  form: grouped(
    '(?:34_)?[6-9]\\d{2}_\\d{3}_\\d{3}',
    '(?:34_)?[6-9]\\d{2}(?:_\\d{2}){3}',
    '(?:34_)?[6-9]\\d{2}_\\d{6}',
    '(?:34_)?[89]\\d_\\d{3}(?:_\\d{2}){2}',
    '[89]\\d_\\d{3}_\\d{4}',
    '9[1-9]_\\d{7}',
  ),
};
const LATIN_AMERICA: NationalForm = {
  regions: ['MX', 'AR', 'CL', 'CO'],
  form: grouped(
    '(?:5[246]_)?\\(?\\d{2,3}\\)?_?\\d{3,4}_\\d{4}',
    '(?:5[246]_)?\\d{2}(?:_\\d{2}){4}',
    '(?:56_)?9_\\d{4}_\\d{4}',
    '15_\\d{4}_\\d{4}',
  ),
};
const PORTUGAL: NationalForm = {
  regions: ['PT'],
  form: grouped(
    '(?:351_)?[29]\\d{2}_\\d{3}_\\d{3}',
    '(?:351_)?[29]\\d_\\d{3}(?:_\\d{2}){2}',
    '(?:351_)?[29]\\d_\\d{3}_\\d{4}',
    '2\\d_\\d{7}',
  ),
};
const BRAZIL: NationalForm = {
  regions: ['BR'],
  form: grouped('(?:55_)?\\(?\\d{2}\\)? ?_?9?\\d{4}_?\\d{4}', '(?:55_)?\\d{2}_9_\\d{4}_\\d{4}'),
};
const ITALY: NationalForm = {
  regions: ['IT'],
  form: grouped(
    '(?:39_)?3\\d{2}_\\d{3}_\\d{3,4}',
    '(?:39_)?3\\d{2}_\\d{6,7}',
    '3\\d{2}(?:_\\d{2}){2}_\\d{2,3}',
  ),
};
const FRANCE: NationalForm = { regions: ['FR'], form: grouped('(?:33_)?[67](?:_\\d{2}){4}') };
const INDIA: NationalForm = { regions: ['IN'], form: grouped('(?:91_)?[6-9]\\d{4}_\\d{5}') };
const CHINA: NationalForm = { regions: ['CN'], form: grouped('(?:86_)?1[3-9]\\d_\\d{4}_\\d{4}') };

/** By the language a text is in. Short texts in Spanish are taken for Catalan and Galician, those in Portuguese for Galician. */
const FORMS: Record<string, readonly NationalForm[]> = {
  es: [SPAIN, LATIN_AMERICA],
  ca: [SPAIN],
  eu: [SPAIN],
  gl: [SPAIN, PORTUGAL, BRAZIL],
  pt: [PORTUGAL, BRAZIL],
  it: [ITALY],
  fr: [FRANCE],
  en: [INDIA],
  hi: [INDIA],
  zh: [CHINA],
};
/** Where nothing tells the language: those of the languages that the engine reads. */
const ANY_LANGUAGE = [SPAIN, PORTUGAL, BRAZIL, ITALY];

/** Countries that dial a trunk zero and are looked for only in their language. */
const MORE_TRUNK_REGIONS: Record<string, readonly CountryCode[]> = {
  en: ['IE', 'NZ'],
  ja: ['JP'],
  ko: ['KR'],
  pl: ['UA'],
  es: ['AR'],
};

/** (11) 91234-5678, 11 91234-5678: a grouping that Brazil alone has, in any language. */
const BRAZILIAN = /^(?:\(\d{2}\) ?9?\d{4}-|\(\d{2}\) ?9\d{4} ?|\d{2} 9\d{4}-)\d{4}$/;
/** 91234-5678 without its area: in English a ZIP code with its extension as well. */
const BRAZILIAN_LOCAL = /^9\d{4}-\d{4}$/;
/** 612.345.678 is an amount, and what ends in zeros hardly a number of anybody. */
const AMOUNT = /^\d{1,3}(?:\.\d{3})+$|000$/;

/**
 * Whether a number is written as the people of a country write theirs, without a trunk zero.
 * @param mayLookUp otherwise its form is enough
 */
export function looksNational(written: string, language: string | null, mayLookUp: boolean): boolean {
  if (AMOUNT.test(written)) return false;
  if (BRAZILIAN.test(written)) return true;
  if (language === 'pt' && BRAZILIAN_LOCAL.test(written)) return true;
  if (!/\D/.test(written)) return false;
  return formsOf(language).some(
    ({ regions, form }) => form.test(written) && (!mayLookUp || isValidIn(written, regions)),
  );
}

function formsOf(language: string | null): readonly NationalForm[] {
  return language === null ? ANY_LANGUAGE : (FORMS[language] ?? []);
}

/** Countries of a language whose numbers begin with a trunk zero, besides those looked for in any text. */
export function trunkRegionsOf(language: string | null): readonly CountryCode[] {
  return language === null ? [] : (MORE_TRUNK_REGIONS[language] ?? []);
}

/** Whether a written number is one that is given out in one of the countries. */
export function isValidIn(written: string, regions: readonly CountryCode[]): boolean {
  return regions.some((region) => parsePhoneNumberFromString(written, region)?.isValid() ?? false);
}
