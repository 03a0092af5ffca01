/**
 * A stretch of the input that was replaced in the stored text. All four offsets are UTF-16 code units, ends exclusive;
 * a list of replacements is in text order and does not overlap.
 */
export interface Replacement {
  inputStart: number;
  inputEnd: number;
  /** Where the replacement stands in the stored text. */
  start: number;
  end: number;
}

/** A stretch of a text: UTF-16 code units, `end` exclusive. */
export interface TextSpan {
  start: number;
  end: number;
}

/** The last replacement that begins at or before a stored offset, or null. */
function findReplacementBefore<R extends Replacement>(replacements: readonly R[], offset: number): R | null {
  let low = 0;
  let high = replacements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const candidate = replacements[middle];
    if (candidate && candidate.start <= offset) low = middle + 1;
    else high = middle;
  }
  return replacements[low - 1] ?? null;
}

/**
 * The input offset of an offset in the stored text. Inside a replacement there is no such character: a span's start
 * then falls on the first replaced character of the input and its end after the last, so that a mapped span always
 * covers the whole of what was replaced.
 */
function mapOffset(replacements: readonly Replacement[], offset: number, edge: 'start' | 'end'): number {
  const before = findReplacementBefore(replacements, offset);
  if (!before) return offset;
  if (offset >= before.end) return offset - before.end + before.inputEnd;
  if (offset === before.start) return before.inputStart;
  return edge === 'start' ? before.inputStart : before.inputEnd;
}

/** The span of the input text that a span of the stored (redacted) text came from. */
export function mapSpanToInput(replacements: readonly Replacement[], span: TextSpan): TextSpan {
  return {
    start: mapOffset(replacements, span.start, 'start'),
    end: mapOffset(replacements, span.end, 'end'),
  };
}
