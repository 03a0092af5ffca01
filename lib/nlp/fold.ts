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

const EDGE_SIGNS = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** Without what is neither letter nor digit at both ends of a folded text. */
export function trimSigns(folded: string): string {
  let start = 0;
  let end = folded.length;
  while (start < end && isPlainSign(folded.charCodeAt(start))) start++;
  while (end > start && isPlainSign(folded.charCodeAt(end - 1))) end--;
  const trimmed = folded.slice(start, end);
  const isDone = isPlain(folded.charCodeAt(start)) && isPlain(folded.charCodeAt(end - 1));
  return isDone ? trimmed : trimmed.replace(EDGE_SIGNS, '');
}

const isPlain = (code: number): boolean => code < 0x80;
/** A sign of ASCII; capitals count as one, for a folded text has none. */
const isPlainSign = (code: number): boolean =>
  code < 0x80 && !(code >= 0x61 && code <= 0x7a) && !(code >= 0x30 && code <= 0x39);
