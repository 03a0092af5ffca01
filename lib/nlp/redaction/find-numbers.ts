import type { TextSpan } from '../offsets';
import { passesLuhn } from './checksums';
import { findDigitRuns } from './digit-runs';
import { findNumberMeaning, type NumberMeaning } from './number-meaning';
import { looksLikePhone, mayBePhone } from './phone-shape';

export type PersonalNumberType = 'card' | 'ssn' | 'phone';

/** More groups than this are a table of figures, not one number. */
const MAX_GROUPS = 8;
/** The fewest digits of a number that is looked for. */
export const MIN_DIGITS = 7;
const LOOK_AROUND = 20;
/** The longest card number, and two slips of a finger. */
const MAX_DIGITS = 21;
/** Cards are longer but for old ones; phone numbers with a country are as long. */
const LONGEST_PHONE = 14;
/** Leading digits given out to card issuers (ISO/IEC 7812 ranges of the schemes in use, and old JCB numbers). */
const CARD_ISSUER = /^(?:[3-6]|2[2-7]|1800|2131)/;
/** Area, group and serial of a US social security number that was ever issued. Source: SSA, 2011 randomization. */
const SSN = /^(?!000|666|9)\d{3}([- ])(?!00)\d{2}\1(?!0000)\d{4}$/;
const HYPHEN = / ?- ?/g;
const EXTENSION =
  /^ ?(?:x|ext\.? ?|extension |poste |durchwahl |dw\.? ?|ramal |extensión |int\.? ?|interno )[0-9]{1,6}(?![0-9])/i;
const TELLING_WORD_AFTER =
  /^[ -]{0,2}(?:, ?)?\(?(?:(?:é|è|es|est|ist|is) )?(?:(?:o |il |el |le |the )?(?:meu|mi|mio|mein|mon|my|nosso|nuestro|notre|unser|our) )?(?:office|fax|mobile|home|cell|work|büro|handy|mobil|móvil|celular|cellulare|ufficio|portable|bureau|domicile|trabajo|trabalho|telemóvel|whats ?app|whats|zap|chiamate(?:mi)?|chiamami|ll[aá]m[ae]n?me|me liguem?|liguem?|anrufen|appelez|call me)(?!\p{L})/iu;
/** Letters of scripts that put no space between words are joined to nothing. */
const LETTER =
  '(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}])\\p{L}';
const JOINED_BEFORE = new RegExp(`(?:(?:${LETTER}|[\\p{N}_\\]])|\\p{L}[-_/]|[$€£¥] ?)$`, 'u');
const JOINED_AFTER = new RegExp(`^(?:${LETTER}|[\\p{N}_[]| ?[%$€£¥])`, 'u');
/** After a number that only looks like one of a phone: what is counted. */
const COUNTED_AFTER =
  /^ ?(?:euros?|eur|usd|gbp|chf|brl|mxn|dollars?|pounds?|reais|pesos|francs?|franken|lire|de (?:euros|pesos|reais)|m[io]ll?i?one[sn]?|mio|people|users?|personas|usuarios|clientes|visitas|vistas|visualizaciones|aufrufe|nutzer|kunden|utenti|persone|visite|visualizzazioni|pessoas|usuários|visualizações|personnes|utilisateurs|vues|views|times|km|kg|gb|mb|kb|bytes|pcs|st(?:ü|ue)ck|unidades|pezzi)(?!\p{L})/iu;
/**
 * The beginning of a longer number, of a thing: 912-345-678-01, 732 829 320 00074. No number that is written without a trunk
 * zero begins like this, so that what follows cannot be taken away in a later look.
 */
const GOES_ON = /^(?:[-./_]0\d{0,4}| 0\d{3,4})(?!\d)/;
const CURRENCY_BEFORE = /(?<!\p{L})(?:eur|usd|gbp|chf|brl|mxn|cop|clp|ars|rs\.?|inr) ?$/iu;

/** Beyond this many in one text, the look of a number decides without a look-up: keeps hostile text cheap. */
const MAX_PHONE_LOOKUPS = 200;

/**
 * Card, social security and phone numbers in the stretches of a text that are not taken yet.
 * @param getLanguages which the text may be in, ISO 639-1; asked only where a number depends on it
 */
export function findPersonalNumbers(
  text: string,
  taken: readonly TextSpan[],
  getLanguages: () => readonly (string | null)[],
): (TextSpan & { type: PersonalNumberType })[] {
  const found: (TextSpan & { type: PersonalNumberType })[] = [];
  let phoneLookups = 0;

  const classify = (span: TextSpan, meaning: NumberMeaning | null): PersonalNumberType | null => {
    const number = text.slice(span.start, span.end);
    const digits = number.replace(/\D/g, '');
    const isInternational = number.startsWith('+');
    if (!isInternational && digits.length >= 12 && meaning === 'card') return 'card';
    if (meaning === 'phone' && digits.length <= LONGEST_PHONE && mayBePhone(number)) return 'phone';
    if (!isInternational && digits.length >= 13 && CARD_ISSUER.test(digits) && passesLuhn(digits))
      return 'card';
    if (SSN.test(number.replace(HYPHEN, '-')) || (digits.length === 9 && meaning === 'ssn')) return 'ssn';
    if (meaning === 'phone' && mayBePhone(number)) return 'phone';
    if (TELLING_WORD_AFTER.test(text.slice(span.end, span.end + LOOK_AROUND)) && mayBePhone(number))
      return 'phone';
    if (meaning === 'reference' && !isInternational) return null;
    if (isCounted(span)) return null;
    const languages = GOES_ON.test(text.slice(span.end, span.end + LOOK_AROUND)) ? [] : getLanguages();
    return looksLikePhone(number, languages, phoneLookups++ < MAX_PHONE_LOOKUPS) ? 'phone' : null;
  };

  const isCounted = ({ start, end }: TextSpan): boolean =>
    COUNTED_AFTER.test(text.slice(end, end + LOOK_AROUND)) ||
    CURRENCY_BEFORE.test(text.slice(Math.max(0, start - LOOK_AROUND), start));

  const isJoined = (span: TextSpan): boolean =>
    JOINED_BEFORE.test(text.slice(Math.max(0, span.start - 2), span.start)) ||
    (JOINED_AFTER.test(text.slice(span.end, span.end + 2)) &&
      !EXTENSION.test(text.slice(span.end, span.end + LOOK_AROUND)));

  /** The longest number that begins at a group of a run and ends before `ceiling`. */
  const findLongest = (run: readonly TextSpan[], first: number, floor: number, ceiling: number) => {
    const opened = run[first]?.start ?? 0;
    let meaning: NumberMeaning | null | undefined;
    for (let count = Math.min(MAX_GROUPS, run.length - first); count > 0; count--) {
      const end = run[first + count - 1]?.end ?? opened;
      // "(030) 123" opens the number, "(030 123)" an aside.
      const isAside = text.charAt(opened) === '(' && !text.slice(opened, end).includes(')');
      const start = isAside ? opened + 1 : opened;
      const span = { start, end };
      if (!hasNumberSize(run, first, count) || span.end > ceiling || isJoined(span)) continue;
      if (meaning === undefined) meaning = findNumberMeaning(text, start, floor);
      const type = classify(span, meaning);
      if (!type) continue;
      const extension =
        type === 'phone' ? EXTENSION.exec(text.slice(span.end, span.end + LOOK_AROUND)) : null;
      const extendedEnd = span.end + (extension?.[0].length ?? 0);
      return { type, count, start, end: extendedEnd <= ceiling ? extendedEnd : span.end };
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
        found.push({ start: number.start, end: number.end, type: number.type });
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
