/** Scripts that are written from right to left, by their codes of ISO 15924. */
const FROM_THE_RIGHT: readonly (string | undefined)[] = [
  ...['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'],
];

/**
 * How a language is written: by the script that its code names, or else by the one that it is mostly written in (Unicode CLDR,
 * likely subtags). Central Kurdish (ckb) has Arabic letters, Kurdish (ku) Latin ones.
 */
export function directionOf(language: string): 'ltr' | 'rtl' {
  try {
    return FROM_THE_RIGHT.includes(new Intl.Locale(language).maximize().script) ? 'rtl' : 'ltr';
  } catch (error) {
    // A code that is none, as a draft may have it for the moment.
    if (error instanceof RangeError) return 'ltr';
    throw error;
  }
}
