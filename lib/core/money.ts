/** The character before the fraction of a number. */
export type DecimalMark = ',' | '.';

// ISO 4217, table A.1. Intl is not asked: it follows CLDR, which drops the fraction of currencies whose coins
// are out of use (HUF, COP, IDR), so that an amount written in a file would lose digits.
const WITHOUT_FRACTION = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ');
const WITH_THREE_DIGITS = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');
const WITH_FOUR_DIGITS = 'CLF UYW'.split(' ');
const DIGITS = new Map<string, number>([
  ...WITHOUT_FRACTION.map((code) => [code, 0] as const),
  ...WITH_THREE_DIGITS.map((code) => [code, 3] as const),
  ...WITH_FOUR_DIGITS.map((code) => [code, 4] as const),
]);

// Currencies of account and the newest codes are not in the lists of every supported Node.
const knownCurrencies = new Set([
  ...Intl.supportedValuesOf('currency'),
  ...DIGITS.keys(),
  'SLE',
  'VED',
  'XCG',
  'ZWG',
]);

/** True for an ISO 4217 code in capitals, such as EUR. */
export function isCurrency(code: string): boolean {
  return knownCurrencies.has(code);
}

/** Digits after the decimal mark of a currency (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD. Throws on an unknown code. */
export function minorUnitDigits(currency: string): number {
  if (!isCurrency(currency))
    throw new RangeError(`"${currency}" is not a currency code of ISO 4217, such as EUR`);
  return DIGITS.get(currency) ?? 2;
}

const SPACES = /[\s\u00a0\u2007\u2009\u202f]+/gu;
const GROUPED_IN_THREES = /^\d{1,3}(?:([ '.,])\d{3})(?:\1\d{3})*$/;
const GROUPED_AS_IN_INDIA = /^\d{1,2}(?:,\d{2})+,\d{3}$/;
// From here on further digits are taken for noise of binary fractions (34.8999999999) and rounded.
const NOISE_DIGITS = 6;

const marks = new Map<string, string[]>();

/** What may stand beside an amount of this currency, longest first: EUR, €; USD, US$, $. */
function currencyMarks(currency: string): string[] {
  const known = marks.get(currency);
  if (known) return known;
  const symbolOf = (currencyDisplay: 'symbol' | 'narrowSymbol') =>
    new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay })
      .formatToParts(0)
      .find((part) => part.type === 'currency')?.value ?? currency;
  const narrow = symbolOf('narrowSymbol');
  const all = [currency, symbolOf('symbol'), `${currency.slice(0, 2)}${narrow}`, narrow].map((mark) =>
    mark.replaceAll('\u00a0', ' ').toUpperCase(),
  );
  const found = [...new Set(all)].sort((a, b) => b.length - a.length);
  marks.set(currency, found);
  return found;
}

/** The text without its sign and currency mark; `negative` says whether a minus or accounting parentheses stood there. */
function stripSignAndMark(text: string, currency: string): { negative: boolean; digits: string } {
  let rest = text.replace(SPACES, ' ').replaceAll('’', "'").replaceAll('−', '-').trim().toUpperCase();
  let negative = false;
  let isSigned = false;
  if (rest.startsWith('(') && rest.endsWith(')')) {
    negative = true;
    isSigned = true;
    rest = rest.slice(1, -1).trim();
  }
  const takeSign = () => {
    const signed = /^[+-]|[+-]$/.exec(rest);
    if (!signed || isSigned) return;
    isSigned = true;
    negative = signed[0] === '-';
    rest = (signed.index === 0 ? rest.slice(1) : rest.slice(0, -1)).trim();
  };
  takeSign();
  const mark = currencyMarks(currency).find((each) => rest.startsWith(each) || rest.endsWith(each));
  if (mark) rest = (rest.startsWith(mark) ? rest.slice(mark.length) : rest.slice(0, -mark.length)).trim();
  takeSign();
  return { negative, digits: rest };
}

/**
 * Reads an amount in minor units of its currency (cents): "€1.234,50" with a decimal comma is 123450.
 * Grouping by space, apostrophe or the other mark is checked, parentheses and minus signs are negative. An amount
 * marked with another currency, with more decimals than the currency has or beyond the safe integers is an error.
 */
export function parseMoney(
  text: string,
  { currency, decimal }: { currency: string; decimal: DecimalMark },
): { cents: number } | { error: string } {
  const { negative, digits } = stripSignAndMark(text, currency);
  const at = digits.lastIndexOf(decimal);
  const whole = at === -1 ? digits : digits.slice(0, at);
  const fraction = at === -1 ? '' : digits.slice(at + 1);
  const isGrouped = GROUPED_IN_THREES.test(whole) || GROUPED_AS_IN_INDIA.test(whole);
  const isWhole =
    /^\d+$/.test(whole) || (isGrouped && !whole.includes(decimal)) || (whole === '' && fraction !== '');
  if (!isWhole || !/^\d*$/.test(fraction)) {
    return { error: `"${text}" is not an amount in ${currency} with a decimal "${decimal}"` };
  }
  const unitDigits = minorUnitDigits(currency);
  const excess = fraction.slice(unitDigits);
  if (/[1-9]/.test(excess) && fraction.length < NOISE_DIGITS) {
    return { error: `"${text}" has more than the ${unitDigits} decimals of ${currency}` };
  }
  const kept = fraction.slice(0, unitDigits).padEnd(unitDigits, '0');
  const size = Number(`${whole.replace(/\D/g, '')}${kept}`) + (excess >= '5' ? 1 : 0);
  if (!Number.isSafeInteger(size)) return { error: `"${text}" is too large for an amount` };
  return { cents: negative && size !== 0 ? -size : size };
}

/** Writes minor units as an amount for people, with all digits of the currency: 123450 EUR in `fr` is "1 234,50 €". */
export function formatMoney(cents: number, currency: string, locale: string): string {
  const digits = minorUnitDigits(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(cents / 10 ** digits);
}

/** Which decimal mark a single written number proves, or null when it could be read both ways or has no mark. */
function provenDecimal(sample: string): DecimalMark | 'either' | null {
  const number = /\d[\d.,' \u00a0\u2009\u202f’]*\d|[.,]\d+/.exec(sample)?.[0] ?? '';
  const last = Math.max(number.lastIndexOf(','), number.lastIndexOf('.'));
  if (last === -1) return null;
  const mark: DecimalMark = number[last] === ',' ? ',' : '.';
  const other: DecimalMark = mark === ',' ? '.' : ',';
  const before = number.slice(0, last);
  if (before.includes(mark)) return other;
  const groupsOtherwise = before.includes(other) || /[' \u00a0\u2009\u202f’]/.test(before);
  const couldGroup = number.length - last - 1 === 3 && /^[1-9]\d{0,2}$/.test(before);
  return groupsOtherwise || !couldGroup ? mark : 'either';
}

/**
 * The decimal mark of a column of numbers. Numbers without any mark settle nothing and read alike, so a column of
 * them is '.'; "1,234" alone, or a column that proves both marks, is 'ambiguous' and has to be asked about.
 */
export function detectDecimal(samples: readonly string[]): DecimalMark | 'ambiguous' {
  const found = new Set(samples.map(provenDecimal));
  if (found.has(',') && found.has('.')) return 'ambiguous';
  if (found.has(',')) return ',';
  if (found.has('.')) return '.';
  return found.has('either') ? 'ambiguous' : '.';
}
