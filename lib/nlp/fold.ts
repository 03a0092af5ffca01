const MARKS = /\p{M}+/gu;
const NOT_ASCII = /[^\0-\x7f]/;

/** Lower case without accents and with a plain apostrophe, for look-ups: "Déçu’e" gives "decu'e". Length may change. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (!NOT_ASCII.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe');
}
