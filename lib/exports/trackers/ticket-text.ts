import type { TicketContent } from '@/lib/exports/trackers/tracker';

/** A node of the Atlassian Document Format, as far as it is needed here. */
type AdfNode = { type: string; [key: string]: unknown };

/** The body of a ticket in Markdown, for Linear and GitHub. What customers said can make no heading, mention or link. */
export function toMarkdown({ facts, quotes, link, marker }: TicketContent): string {
  return [
    ...facts.map(escapeMarkdown),
    ...quotes.map((quote) =>
      quote
        .split(/\r?\n/)
        .map((line) => `> ${escapeMarkdown(line)}`)
        .join('\n'),
    ),
    `[Open in Verbatim](${link})`,
    `<sub>${marker}</sub>`,
  ].join('\n\n');
}

/**
 * A text in which no character is read as Markdown or HTML. An @, # or address gets a word joiner (U+2060, which is
 * not seen) inside: no backslash helps there, and a quote must not call a stranger or lead anywhere.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>()!|~]/g, '\\$&')
    .replace(/[@#]/g, '$&\u2060')
    .replace(/^(\s*)([-+]|\d+[.)])(\s)/g, '$1\\$2$3')
    .replace(/\b(https?|www)(:\/\/|\.)/gi, '$1\u2060$2');
}

/** The same in the Atlassian Document Format (version 1), in which text is nothing but text. */
export function toAdf({ facts, quotes, link, marker }: TicketContent): AdfNode {
  const paragraph = (...content: AdfNode[]): AdfNode => ({ type: 'paragraph', content });
  const plain = (text: string): AdfNode => ({ type: 'text', text });
  return {
    type: 'doc',
    version: 1,
    content: [
      ...facts.filter(Boolean).map((fact) => paragraph(plain(fact))),
      ...quotes.filter(Boolean).map((quote) => ({ type: 'blockquote', content: [paragraph(plain(quote))] })),
      paragraph({
        type: 'text',
        text: 'Open in Verbatim',
        marks: [{ type: 'link', attrs: { href: link } }],
      }),
      paragraph(plain(marker)),
    ],
  };
}
