import type { TextSpan } from '../offsets';

/**
 * Whether a text may have been stored as `stored`, with `redactions` where something was replaced: the stretches between
 * them stand in the text in their order, from its beginning to its end. Holds whatever was redacted then and would be
 * redacted now, so a row that comes again is recognised after settings and contacts changed.
 */
export function mayBeRedactedAs(text: string, stored: string, redactions: readonly TextSpan[]): boolean {
  if (redactions.length === 0) return text === stored;
  const kept: string[] = [];
  let from = 0;
  for (const { start, end } of redactions) {
    kept.push(stored.slice(from, start));
    from = end;
  }
  const [first = '', ...middle] = kept;
  const last = stored.slice(from);
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const stretch of middle) {
    const found = text.indexOf(stretch, at + 1);
    if (found < 0) return false;
    at = found + stretch.length;
  }
  return text.endsWith(last) && text.length - last.length > at;
}
