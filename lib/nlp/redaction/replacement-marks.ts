/** What personal data is taken for; a find is replaced by its type in brackets, as in `[email]`. */
export const redactionTypes = [
  'email',
  'phone',
  'card',
  'iban',
  'ssn',
  'id',
  'ip',
  'address',
  'name',
] as const;
export type RedactionType = (typeof redactionTypes)[number];

const MARK = new RegExp(`\\[(?:${redactionTypes.join('|')})\\]`, 'g');

/** The text with a space in the place of each replacement: these are words of ours, whatever language is around them. */
export const withoutMarks = (text: string): string => (text.includes('[') ? text.replace(MARK, ' ') : text);
