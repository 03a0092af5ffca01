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

/** What a code without content stands for: its words for display, or what the file says of it elsewhere. */
interface Code {
  id: string | null;
  words: string | null;
  dataRef: string | null;
}

/** The names under which 1.2 and 2.0 say what a code stands for, where it does not hold that itself. */
const CODE_WORDS = ['equiv-text', 'equiv', 'disp'];

/**
 * Reads XLIFF 1.2 or 2.0. Tools hand codes back with their content or empty: an empty one means what its attributes, the file's original
 * data or the code of the same number in the source say. A document type is refused, so no entity can be defined or fetched.
 * @returns the pieces and the language that they are translated into, null where the file names none.
 * @throws ExpectedError 'invalid' naming the line.
 */
export function parseXliff(text: string): { language: string | null; pieces: TranslatedPiece[] } {
  const parser = new SaxesParser({ xmlns: true });
  const refuse = (why: string) => invalid(`Line ${parser.line}: ${why}`);
  const open: string[] = [];
  const pieces: TranslatedPiece[] = [];
  let codes = new Map<string, string>();
  let data = new Map<string, string>();
  let code: (Code & { content: string }) | null = null;
  let dataId = '';
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
      [codes, data] = [new Map(), new Map()];
    }
    if (tag.local === 'data') dataId = attribute(tag, 'id') ?? '';
    if (tag.local === 'ph' || tag.local === 'x') {
      const words = CODE_WORDS.map((name) => attribute(tag, name)).find(Boolean) ?? null;
      code = { id: attribute(tag, 'id'), words, dataRef: attribute(tag, 'dataRef'), content: '' };
    }
  });
  parser.on('closetag', ({ local }) => {
    if (code && (local === 'ph' || local === 'x')) {
      const { id, words, dataRef, content } = code;
      const meant = content || data.get(dataRef ?? '') || codes.get(id ?? '') || words || '';
      if (id) codes.set(id, codes.get(id) ?? meant);
      code = null;
      say(meant);
    }
    open.pop();
  });
  const say = (words: string) => {
    const piece = pieces.at(-1);
    const side = sideOf(open);
    if (piece && side) piece[side] += words;
  };
  const take = (words: string) => {
    if (code) code.content += words;
    else if (open.at(-1) === 'data') data.set(dataId, (data.get(dataId) ?? '') + words);
    else say(words);
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
