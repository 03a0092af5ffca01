const YES = new Set([
  'true',
  'yes',
  'y',
  't',
  '1',
  'oui',
  'vrai',
  'ja',
  'wahr',
  'si',
  'sí',
  'sim',
  'vero',
  'churned',
]);
const NO = new Set(['false', 'no', 'n', 'f', '0', 'non', 'faux', 'nein', 'falsch', 'não', 'falso', 'active']);

/** Reads yes or no in the languages of month names; null when it is neither. */
export function parseFlag(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : null;
}
