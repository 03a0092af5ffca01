import { convert } from 'html-to-text';

/** Beyond this a message is no letter. */
const MOST_HTML_CHARS = 2_000_000;

/** The words of an HTML message, its quotes marked as plain text marks them. */
export function htmlToText(html: string): string {
  return convert(html.slice(0, MOST_HTML_CHARS), {
    wordwrap: false,
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { ignoreHref: true } },
    ],
    limits: { maxInputLength: MOST_HTML_CHARS, maxDepth: 100 },
  });
}
