import type { Dialect } from './file-format';

/** A record as it stands in the file, or a line of it that cannot be read. `line` is where it begins, from 1. */
export type FileRecord = { line: number; cells: string[] } | { line: number; cells: string[]; error: string };

/** Characters a record may have; a quote that is never closed is given up here instead of filling the memory. */
export const MAX_RECORD_CHARS = 1024 * 1024;

// Of a line that cannot be read, enough to find it again.
const SHOWN_CHARS = 500;

const LIMIT = `${MAX_RECORD_CHARS.toLocaleString('en')} characters`;
const STRAY_QUOTE =
  'a quote opens on this line and the next one, lines later, is in the middle of a value, so one of them is stray';
const OPEN_QUOTE = `a quote opens on this line and is not closed by the end of the file or within ${LIMIT}`;
const TOO_LONG = `the record is longer than ${LIMIT}`;

type Parsed = { cells: string[]; end: number; lines: number } | 'stray-quote' | 'unfinished';

/**
 * Cuts text into records, push by push. A quote only counts at the beginning of a cell, as in RFC 4180, and text
 * after a closing quote is kept as it stands (`"so" he said`) while the cell is on one line. Over several lines it
 * betrays a stray quote: then, and when a quote is never closed, only the line where the record began is given up,
 * with an error, and reading goes on at the next one. Lines with nothing on them are no records; a line of spaces is one in a file of one column alone, where it
 * is a value as much as a quoted one.
 */
export class RecordCutter {
  readonly #delimiter: string;
  readonly #lineBreak: string;
  #text = '';
  #at = 0;
  #line = 1;
  /** Cells of the widest record so far. */
  #width = 0;
  #isLast = false;
  #isInsideGivenUpLine = false;

  constructor({ delimiter, recordDelimiter }: Pick<Dialect, 'delimiter' | 'recordDelimiter'>) {
    this.#delimiter = delimiter;
    this.#lineBreak = recordDelimiter === '\r' ? '\r' : '\n';
  }

  /** Adds text; `isEnd` says that the file ends with it. Take the records with {@link next} before the next push. */
  push(more: string, isEnd: boolean): void {
    this.#text = this.#text.slice(this.#at) + more;
    this.#at = 0;
    this.#isLast = isEnd;
    if (this.#isInsideGivenUpLine) this.#skipLine();
  }

  /** The next whole record of what was pushed so far, or null when more text is needed. */
  next(): FileRecord | null {
    while (this.#at < this.#text.length) {
      const lineEnd = this.#findLineEnd(this.#at);
      const content = lineEnd === -1 ? '' : this.#text.slice(this.#at, lineEnd);
      if (lineEnd === -1 || content.includes('"')) return this.#nextQuoted();
      if (content.length > MAX_RECORD_CHARS) return this.#giveUpLine(TOO_LONG);
      this.#at = lineEnd + 1;
      this.#line++;
      const cells = withoutReturn(content).split(this.#delimiter);
      if (cells.length === 1 && this.#isBlank(cells[0] ?? '')) continue;
      this.#width = Math.max(this.#width, cells.length);
      return { line: this.#line - 1, cells };
    }
    return null;
  }

  #isBlank(line: string): boolean {
    return line === '' || (this.#width !== 1 && line.trim() === '');
  }

  /** Where the physical line of `from` ends, before its line break; -1 when the break has not arrived yet. */
  #findLineEnd(from: number): number {
    const end = this.#text.indexOf(this.#lineBreak, from);
    return end === -1 && this.#isLast ? this.#text.length : end;
  }

  #nextQuoted(): FileRecord | null {
    const parsed = this.#parseQuoted();
    if (parsed === 'stray-quote') return this.#giveUpLine(STRAY_QUOTE);
    if (parsed === 'unfinished') {
      if (this.#isLast) return this.#giveUpLine(OPEN_QUOTE);
      if (this.#text.length - this.#at <= MAX_RECORD_CHARS) return null;
      return this.#giveUpLine(this.#text.includes('"', this.#at) ? OPEN_QUOTE : TOO_LONG);
    }
    if (parsed.end - this.#at > MAX_RECORD_CHARS) return this.#giveUpLine(TOO_LONG);
    const record = { line: this.#line, cells: parsed.cells };
    this.#width = Math.max(this.#width, parsed.cells.length);
    this.#at = parsed.end + 1;
    this.#line += parsed.lines;
    return record;
  }

  /** Reads a record with quotes, cell by cell. */
  #parseQuoted(): Parsed {
    const text = this.#text;
    const cells: string[] = [];
    let from = this.#at;
    let lines = 1;
    for (;;) {
      let quoted = '';
      if (text[from] === '"') {
        const quote = this.#findClosingQuote(from + 1);
        if (quote === -1) return 'unfinished';
        const inner = text.slice(from + 1, quote);
        const innerLines = inner.split(this.#lineBreak).length - 1;
        if (innerLines > 0 && !this.#endsCell(quote + 1)) return 'stray-quote';
        quoted = inner.replaceAll('""', '"');
        lines += innerLines;
        from = quote + 1;
      }
      const lineEnd = this.#findLineEnd(from);
      if (lineEnd === -1) return 'unfinished';
      const rest = text.slice(from, lineEnd);
      const split = rest.indexOf(this.#delimiter);
      if (split === -1) {
        cells.push(quoted + withoutReturn(rest));
        return { cells, end: lineEnd, lines };
      }
      cells.push(quoted + rest.slice(0, split));
      from += split + this.#delimiter.length;
    }
  }

  /** The quote that closes a cell whose content begins at `from`; -1 when it has not arrived yet. */
  #findClosingQuote(from: number): number {
    let quote = this.#text.indexOf('"', from);
    while (quote !== -1 && this.#text[quote + 1] === '"') quote = this.#text.indexOf('"', quote + 2);
    // The last character of a chunk may be the first half of a doubled quote.
    return quote === this.#text.length - 1 && !this.#isLast ? -1 : quote;
  }

  #endsCell(position: number): boolean {
    const char = this.#text[position];
    return char === undefined || char === this.#delimiter || char === this.#lineBreak || char === '\r';
  }

  /** Leaves the physical line the record began on and gives it back as unreadable. */
  #giveUpLine(error: string): FileRecord {
    const line = this.#line;
    const lineEnd = this.#findLineEnd(this.#at);
    const end = lineEnd === -1 ? this.#text.length : lineEnd;
    const shown = withoutReturn(this.#text.slice(this.#at, Math.min(end, this.#at + SHOWN_CHARS)));
    this.#skipLine();
    return { line, cells: [shown], error };
  }

  #skipLine(): void {
    const lineEnd = this.#findLineEnd(this.#at);
    this.#isInsideGivenUpLine = lineEnd === -1;
    this.#at = lineEnd === -1 ? this.#text.length : lineEnd + 1;
    if (lineEnd !== -1) this.#line++;
  }
}

function withoutReturn(cell: string): string {
  return cell.endsWith('\r') ? cell.slice(0, -1) : cell;
}
