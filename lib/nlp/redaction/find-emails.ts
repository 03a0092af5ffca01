import type { TextSpan } from '../offsets';

/** Accents may stand beside their letter, as some phones write them. */
const LOCAL_CHARACTER = /[\p{L}\p{M}\p{N}._%+'-]/u;
const DOMAIN_CHARACTER = /[\p{L}\p{M}\p{N}.-]/u;
const TOP_LEVEL = /^\.(?:[\p{L}\p{M}]{2,24}|xn--[a-z0-9-]{2,59})$/u;
/** "Anna Lopez"@example.com */
const QUOTED_LOCAL = /"[^"\n@]{1,64}"$/;
const LONGEST_QUOTED = 66;
const EDGE_PUNCTUATION = ".-'";

/**
 * E-mail addresses in a text. Each "@" is widened to both sides by hand, never past the address before it, so that
 * the work is linear in the text whatever it holds (one pattern for a whole address backtracks on hostile text).
 */
export function findEmails(text: string): TextSpan[] {
  const found: TextSpan[] = [];
  let floor = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > floor && LOCAL_CHARACTER.test(text.charAt(start - 1))) start--;
    const quoted = QUOTED_LOCAL.exec(text.slice(Math.max(floor, at - LONGEST_QUOTED), at));
    if (quoted) start = at - quoted[0].length;
    while (start < at && EDGE_PUNCTUATION.includes(text.charAt(start))) start++;
    let end = at + 1;
    while (end < text.length && DOMAIN_CHARACTER.test(text.charAt(end))) end++;
    while (end > at + 1 && EDGE_PUNCTUATION.includes(text.charAt(end - 1))) end--;
    const domain = text.slice(at + 1, end);
    const lastDot = domain.lastIndexOf('.');
    if (start < at && lastDot > 0 && TOP_LEVEL.test(domain.slice(lastDot))) {
      found.push({ start, end });
      floor = end;
      at = end - 1;
    } else {
      floor = at + 1;
    }
  }
  return found;
}
