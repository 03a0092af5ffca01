/** A part of a text and where it begins in it. */
export interface Excerpt {
  text: string;
  /** UTF-16 code units into the whole. */
  offset: number;
  /** Whether something was left out before and after. */
  cutBefore: boolean;
  cutAfter: boolean;
}

/** At most `length` characters of a text around a span, cut between words where there are some. */
export function excerptAround(text: string, span: { start: number; end: number }, length: number): Excerpt {
  if (text.length <= length) return { text, offset: 0, cutBefore: false, cutAfter: false };
  const room = Math.max(0, length - (span.end - span.start));
  const from = Math.max(0, Math.min(span.start - Math.floor(room / 2), text.length - length));
  const start = from === 0 ? 0 : Math.min(span.start, nextWord(text, from));
  const to = Math.min(text.length, start + length);
  const end = to === text.length ? to : wordEnd(text, to, start);
  return { text: text.slice(start, end), offset: start, cutBefore: start > 0, cutAfter: end < text.length };
}

const MAX_WORD = 40;

function nextWord(text: string, index: number): number {
  const gap = text.slice(index, index + MAX_WORD).search(/\s/);
  return gap === -1 ? wholeCharacter(text, index) : index + gap + 1;
}

function wordEnd(text: string, index: number, start: number): number {
  const gap = text.slice(Math.max(start, index - MAX_WORD), index).search(/\s\S*$/);
  return gap === -1 ? wholeCharacter(text, index) : Math.max(start, index - MAX_WORD) + gap;
}

function wholeCharacter(text: string, index: number): number {
  return index > 0 && (text.codePointAt(index - 1) ?? 0) > 0xffff ? index - 1 : index;
}
