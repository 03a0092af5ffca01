import { SaxesParser, type SaxesTagNS } from 'saxes';
import { invalid } from '@/lib/core/errors';
import { html } from '@/lib/surveys/html';
import type { Piece } from '@/lib/surveys/localise';
import type { TranslatedPiece } from '@/lib/surveys/translation-csv';

/**
 * Pieces and their translations as XLIFF 1.2, which every translation tool reads.
 * Source: https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html
 */
export function formatXliff(
  { from, to }: { from: string; to: string },
  pieces: readonly Piece[],
  words: Record<string, string>,
): string {
  const units = pieces.map(({ place, text }) => {
    const target = words[place];
    return html`
      <trans-unit id="${place}" xml:space="preserve">
        <source>${withCodes(text)}</source>${
          target &&
          html`
        <target state="translated">${withCodes(target)}</target>`
        }
      </trans-unit>`;
  });
  return html`<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="survey" datatype="plaintext" source-language="${from}" target-language="${to}">
    <body>${units}
    </body>
  </file>
</xliff>
`.text;
}

/**
 * What is replaced later as codes, which tools keep as they are and show by their `equiv-text`; the words after a bar are for
 * the translator.
 */
function withCodes(text: string) {
  let id = 0;
  const code = (inner: string) => html`<ph id="${++id}" equiv-text="${inner}">${inner}</ph>`;
  return text.split(/(\{\{@?[\w-]+(?:\|[^{}]*)?\}\})/).map((part, index) => {
    if (index % 2 === 0) return part;
    const bar = part.indexOf('|');
    if (bar === -1) return code(part);
    return html`${code(part.slice(0, bar + 1))}${part.slice(bar + 1, -2)}${code(part.slice(-2))}`;
  });
}

/**
 * Reads XLIFF 1.2 or 2.0. A document type is refused, so no entity can be defined or fetched.
 * @returns the pieces and the language that they are translated into, null where the file names none.
 * @throws ExpectedError 'invalid' naming the line.
 */
export function parseXliff(text: string): { language: string | null; pieces: TranslatedPiece[] } {
  const parser = new SaxesParser({ xmlns: true });
  const refuse = (why: string) => invalid(`Line ${parser.line}: ${why}`);
  const open: string[] = [];
  const pieces: TranslatedPiece[] = [];
  let language: string | null = null;
  parser.on('error', (error) => {
    // Its own message begins with the place: "3:14: ...".
    throw refuse(`the file is no well-formed XML: ${error.message.replace(/^[\d:]+\s*/, '')}`);
  });
  parser.on('doctype', () => {
    throw refuse('a document type declaration is not allowed in a translation. Take it out.');
  });
  parser.on('opentag', (tag) => {
    if (open.length === 0 && tag.local !== 'xliff') {
      throw refuse(`the file is no XLIFF: it begins with <${tag.name}>.`);
    }
    open.push(tag.local);
    language = attribute(tag, tag.local === 'xliff' ? 'trgLang' : 'target-language') ?? language;
    if (tag.local === 'trans-unit' || tag.local === 'unit') {
      pieces.push({ line: parser.line, place: attribute(tag, 'id') ?? '', source: '', target: '' });
    }
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const take = (words: string) => {
    const piece = pieces.at(-1);
    const side = sideOf(open);
    if (piece && side) piece[side] += words;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.write(text).close();
  return { language, pieces: pieces.map(({ target, ...piece }) => ({ ...piece, target: target.trim() })) };
}

/** Which of the two texts of a unit one is in; neither in notes and in the suggestions of a tool, which have the same names. */
function sideOf(open: readonly string[]): 'source' | 'target' | null {
  const at = open.findLastIndex((name) => name === 'source' || name === 'target');
  const isOfUnit = open[at - 1] === 'trans-unit' || (open[at - 1] === 'segment' && open[at - 2] === 'unit');
  return isOfUnit ? (open[at] as 'source' | 'target') : null;
}

function attribute(tag: SaxesTagNS, name: string): string | null {
  return tag.attributes[name]?.value ?? null;
}
