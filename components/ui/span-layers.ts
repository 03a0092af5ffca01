/** A stretch of a text, in UTF-16 code units, end exclusive. */
export type TextSpan = { start: number; end: number };

/** A piece of text under the same spans from end to end: `covering` and `ending` are positions in the list given. */
export type TextPiece = { text: string; start: number; covering: number[]; ending: number[] };

/**
 * Cuts a text at the borders of its spans, however they overlap or nest, so that each piece can be drawn once. The
 * pieces joined give the text back. Spans are clipped to the text, empty ones are left out, and a border inside a
 * surrogate pair moves outward so that no character is torn.
 */
export function layerSpans(text: string, spans: TextSpan[]): TextPiece[] {
  const fitted = spans.map((span) => fitSpan(text, span));
  const borders = new Set([0, text.length]);
  for (const span of fitted) {
    if (span) borders.add(span.start).add(span.end);
  }
  const cuts = [...borders].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const covering = positionsOf(fitted, (span) => span.start <= start && span.end >= end);
    const ending = covering.filter((position) => fitted[position]?.end === end);
    return { text: text.slice(start, end), start, covering, ending };
  });
}

function fitSpan(text: string, { start, end }: TextSpan): TextSpan | null {
  let from = Math.max(0, start);
  let to = Math.min(text.length, end);
  if (to <= from) return null;
  if (splitsPair(text, from)) from -= 1;
  if (splitsPair(text, to)) to += 1;
  return { start: from, end: to };
}

function splitsPair(text: string, index: number): boolean {
  return index > 0 && (text.codePointAt(index - 1) ?? 0) > 0xffff;
}

function positionsOf(spans: (TextSpan | null)[], holds: (span: TextSpan) => boolean): number[] {
  return spans.flatMap((span, position) => (span && holds(span) ? [position] : []));
}
