import { parseExactJson } from '@/lib/core/exact-json';
import { MAX_RECORD_CHARS } from '@/lib/ingest/csv/record-cutter';

import { toStep } from '@/lib/ingest/files/json-envelope';

/** A record of a JSON file as parsed, or a stretch of it that cannot be; `line` is where it begins, from 1. */
export type JsonRecord = { line: number; value: unknown } | { line: number; error: string; shown: string };

const SHOWN_CHARS = 500;
const LIMIT = `${MAX_RECORD_CHARS.toLocaleString('en')} characters`;

function parse(line: number, text: string): JsonRecord {
  try {
    return { line, value: parseExactJson(text) };
  } catch (error) {
    const cause = error instanceof Error ? error.message.split('\n')[0] : 'not JSON';
    return { line, error: `this is no JSON: ${cause}`, shown: text.slice(0, SHOWN_CHARS) };
  }
}

/** Cuts text into records, push by push; each push gives the records that are whole by then. */
export interface JsonCutter {
  push(text: string, isEnd: boolean): Generator<JsonRecord>;
}

/** One JSON value a line. A broken line is given with its error and the next is read; blank lines are no records. */
export class JsonLinesCutter implements JsonCutter {
  #rest = '';
  #line = 1;
  #isInsideGivenUpLine = false;

  *push(text: string, isEnd: boolean): Generator<JsonRecord> {
    const whole = this.#rest + text;
    let at = 0;
    for (let end = whole.indexOf('\n', at); end !== -1; end = whole.indexOf('\n', at)) {
      yield* this.#take(whole.slice(at, end));
      this.#line++;
      at = end + 1;
    }
    this.#rest = whole.slice(at);
    if (isEnd) yield* this.#take(this.#rest);
    else if (this.#rest.length > MAX_RECORD_CHARS) yield* this.#giveUp();
  }

  *#take(content: string): Generator<JsonRecord> {
    if (this.#isInsideGivenUpLine) {
      this.#isInsideGivenUpLine = false;
      return;
    }
    if (content.trim() === '') return;
    if (content.length > MAX_RECORD_CHARS) {
      yield {
        line: this.#line,
        error: `the line is longer than ${LIMIT}`,
        shown: content.slice(0, SHOWN_CHARS),
      };
      return;
    }
    yield parse(this.#line, content);
  }

  *#giveUp(): Generator<JsonRecord> {
    if (!this.#isInsideGivenUpLine) {
      yield {
        line: this.#line,
        error: `the line is longer than ${LIMIT}`,
        shown: this.#rest.slice(0, SHOWN_CHARS),
      };
    }
    this.#isInsideGivenUpLine = true;
    this.#rest = '';
  }
}

const QUOTE = 34;
const BACKSLASH = 92;
const NEWLINE = 10;
const OPENING = new Set([91, 123]);
const CLOSING = new Set([93, 125]);
const COMMA = 44;
const COLON = 58;
const ARRAY = 91;
const SPACE = 32;

/**
 * The elements of one array of a JSON file: of the file itself, or at the path `recordsKey` of its one object. Where the
 * array ends before the file does, in the middle of a record, that record is given with its error.
 */
export class JsonArrayCutter implements JsonCutter {
  /** The keys that lead to the records; null for the file's own array. */
  readonly #path: string[] | null;
  #text = '';
  #at = 0;
  #line = 1;
  #depth = 0;
  #isInString = false;
  /** Where the string at hand begins, to know the keys of the outer objects. */
  #stringFrom = 0;
  #lastString = '';
  /** The key at hand of each object around; null of an array. */
  readonly #keys: (string | null)[] = [];
  /** Depth of the elements of the array; null before it is reached, and behind its end. */
  #elementDepth: number | null = null;
  #isDone = false;
  /** The text at hand ends within a string. */
  #isStalled = false;
  #from: number | null = null;
  #fromLine = 1;

  constructor(recordsKey: string | null) {
    this.#path = recordsKey?.split('/') ?? null;
  }

  *push(more: string, isEnd: boolean): Generator<JsonRecord> {
    this.#text = this.#text.slice(this.#keepFrom()) + more;
    this.#isStalled = false;
    while (this.#at < this.#text.length && !this.#isDone && !this.#isStalled) {
      const record = this.#step();
      if (record) yield record;
      if (this.#from !== null && this.#at - this.#from > MAX_RECORD_CHARS) {
        yield this.#fault(`the record is longer than ${LIMIT}`);
        this.#isDone = true;
      }
    }
    if (!isEnd || this.#isDone) return;
    const last = this.#elementDepth === 0 && this.#depth === 0 ? this.#take() : null;
    if (last) {
      yield last;
      return;
    }
    const shown = this.#from === null ? '' : this.#text.slice(this.#from, this.#from + SHOWN_CHARS);
    if (this.#from === null) this.#fromLine = this.#line;
    yield {
      line: this.#fromLine,
      error: 'the file ends before its records do; it did not arrive whole',
      shown,
    };
  }

  /** Drops what is read already, and moves every place by as much. */
  #keepFrom(): number {
    const isKey = this.#isInString && this.#isOuter();
    const keep = Math.min(this.#from ?? this.#at, isKey ? this.#stringFrom : this.#at);
    this.#at -= keep;
    this.#stringFrom -= keep;
    if (this.#from !== null) this.#from -= keep;
    return keep;
  }

  #fault(error: string): JsonRecord {
    const from = this.#from ?? this.#at;
    return { line: this.#fromLine, error, shown: this.#text.slice(from, from + SHOWN_CHARS) };
  }

  #step(): JsonRecord | null {
    if (this.#isInString) {
      this.#stepInString();
      return null;
    }
    const char = this.#text.charCodeAt(this.#at);
    if (char === NEWLINE) this.#line++;
    // An object that is no envelope is itself the one record.
    if (char > SPACE && this.#depth === 0 && char !== ARRAY && this.#path === null) this.#elementDepth ??= 0;
    const isElement = this.#elementDepth === this.#depth;
    if (isElement && this.#from === null && char > SPACE && char !== COMMA && !CLOSING.has(char))
      this.#begin();
    if (char === QUOTE) {
      this.#isInString = true;
      this.#stringFrom = this.#at + 1;
    } else if (OPENING.has(char)) this.#open(char);
    else if (char === COLON && this.#isOuter()) this.#keys[this.#depth - 1] = toStep(this.#lastString);
    else if (CLOSING.has(char)) return this.#close();
    else if (char === COMMA) return this.#comma();
    this.#at++;
    return null;
  }

  /** Whether the keys at hand may be of the path to the records. */
  #isOuter(): boolean {
    return this.#depth <= (this.#path?.length ?? 0) && this.#elementDepth === null;
  }

  #begin(): void {
    this.#from = this.#at;
    this.#fromLine = this.#line;
  }

  /** Goes on to the quote that ends the string, or as far as the text has arrived. */
  #stepInString(): void {
    const quote = this.#text.indexOf('"', this.#at);
    const end = quote === -1 ? this.#text.length : quote;
    let escapes = 0;
    while (end - escapes > this.#at && this.#text.charCodeAt(end - escapes - 1) === BACKSLASH) escapes++;
    if (quote === -1) {
      // What the last of these escapes may be still to come.
      this.#at = end - escapes;
      this.#isStalled = true;
      return;
    }
    this.#at = quote + 1;
    if (escapes % 2 === 1) return;
    this.#isInString = false;
    if (this.#isOuter()) this.#lastString = this.#text.slice(this.#stringFrom, quote);
  }

  #open(char: number): void {
    this.#depth++;
    const path = this.#path ?? [];
    const isRecords =
      this.#depth === path.length + 1 && path.every((key, level) => this.#keys[level] === key);
    if (this.#isOuter()) this.#keys[this.#depth - 1] = null;
    if (char === ARRAY && isRecords && this.#elementDepth === null) this.#elementDepth = this.#depth;
  }

  #close(): JsonRecord | null {
    const isArrayEnd = this.#elementDepth === this.#depth;
    const record = isArrayEnd ? this.#take() : null;
    this.#depth--;
    if (isArrayEnd) this.#isDone = true;
    this.#at++;
    return record;
  }

  #comma(): JsonRecord | null {
    const record = this.#elementDepth === this.#depth ? this.#take() : null;
    this.#at++;
    return record;
  }

  /** The element that ends here. */
  #take(): JsonRecord | null {
    if (this.#from === null) return null;
    const text = this.#text.slice(this.#from, this.#at);
    this.#from = null;
    return parse(this.#fromLine, text);
  }
}
