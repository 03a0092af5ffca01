/** Bytes a message may have, with all that is attached to it. */
export const MOST_MESSAGE_BYTES = 32 * 1024 ** 2;

/** A message as it was sent; `line` is where it begins in the mailbox, from 1. */
export type RawMessage = { line: number; bytes: Uint8Array } | { line: number; error: string };

const NEWLINE = 10;
const FROM = Buffer.from('From ');
/** "From addr date": a line of a letter may begin with "From now on". A name without an address needs the whole date. */
const SEPARATOR =
  /^From (?:(?:\S*@\S*|-|MAILER-DAEMON) +(?:mon|tue|wed|thu|fri|sat|sun|\d)|\S+ +(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? +[a-z\d]+ +[a-z\d]+ +\d{1,2}:\d{2}|\S+ *$)/i;
const QUOTED_FROM = /^>+From /;

/** Headers that programs add; a message may lack any of them. */
const SENT = ['date', 'message-id', 'received', 'mime-version', 'return-path', 'delivered-to', 'x-mailer'];

/** Whether a file is a mailbox of messages, or one message, or neither; from the beginning of its text. */
export function looksLikeMail(head: string): boolean {
  const text = head.replace(/^\ufeff/, '').replace(/^From [^\r\n]*\r?\n/, '');
  const end = text.search(/\r?\n\r?\n/);
  const headers = (end === -1 ? text.slice(0, 20_000) : text.slice(0, end)).split(/\r?\n(?![ \t])/);
  const names = new Set(headers.flatMap((line) => /^([!-9;-~]+):/.exec(line)?.[1]?.toLowerCase() ?? []));
  const isAllHeaders = headers.every((line, at) => /^[!-9;-~]+:/.test(line) || at === headers.length - 1);
  const isSent = SENT.some((name) => names.has(name)) || (names.has('to') && names.has('subject'));
  return isAllHeaders && names.has('from') && isSent;
}

/**
 * Cuts a mailbox (mbox, RFC 4155; lines that begin with "From " after a blank one part the messages) into messages; a file
 * that begins otherwise is one message. Memory holds one message.
 */
export async function* cutMessages(source: AsyncIterable<Uint8Array>): AsyncGenerator<RawMessage> {
  const cutter = new MailCutter();
  for await (const chunk of source) yield* cutter.push(chunk);
  yield* cutter.end();
}

class MailCutter {
  #begun: Buffer[] = [];
  #begunBytes = 0;
  #line = 0;
  #from = 1;
  #lines: Buffer[] = [];
  #bytes = 0;
  #isMailbox = false;
  #isAfterBlank = true;
  #isTooLong = false;

  *push(chunk: Uint8Array): Generator<RawMessage> {
    // A copy, or one line would hold its whole chunk in memory.
    const bytes = Buffer.from(chunk);
    let at = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, at)) {
      yield* this.#takeLine(this.#join(bytes.subarray(at, end + 1)));
      at = end + 1;
    }
    if (at < bytes.length) this.#begun.push(bytes.subarray(at));
    this.#begunBytes += bytes.length - at;
    if (this.#begunBytes > MOST_MESSAGE_BYTES) yield* this.#takeLine(this.#join());
  }

  *end(): Generator<RawMessage> {
    if (this.#begunBytes > 0) yield* this.#takeLine(this.#join());
    yield* this.#finish();
  }

  /** The line that began with earlier chunks and ends with this. */
  #join(last: Buffer = Buffer.alloc(0)): Buffer {
    const line = this.#begunBytes === 0 ? last : Buffer.concat([...this.#begun, last]);
    this.#begun = [];
    this.#begunBytes = 0;
    return line;
  }

  *#takeLine(line: Buffer): Generator<RawMessage> {
    this.#line++;
    if (this.#isAfterBlank && this.#separates(line)) {
      yield* this.#finish();
      this.#isMailbox = true;
      this.#from = this.#line;
      return;
    }
    this.#isAfterBlank = line.length <= 2 && line.toString('latin1').trim() === '';
    this.#bytes += line.length;
    if (this.#bytes > MOST_MESSAGE_BYTES) {
      this.#isTooLong = true;
      this.#lines = [];
      return;
    }
    this.#lines.push(this.#isMailbox ? unquote(line) : line);
  }

  #separates(line: Buffer): boolean {
    if (!line.subarray(0, FROM.length).equals(FROM)) return false;
    return this.#line === 1 || (this.#isMailbox && SEPARATOR.test(line.subarray(0, 200).toString('latin1')));
  }

  *#finish(): Generator<RawMessage> {
    const line = this.#from;
    if (this.#isTooLong) {
      yield { line, error: `the message is larger than ${MOST_MESSAGE_BYTES / 1024 ** 2} MB` };
    } else if (this.#bytes > 0 && this.#lines.some((each) => each.length > 2)) {
      yield { line, bytes: Buffer.concat(this.#lines) };
    }
    this.#lines = [];
    this.#bytes = 0;
    this.#isTooLong = false;
    this.#isAfterBlank = true;
  }
}

/** Mailboxes write a line of a message that begins with "From " behind a ">". */
function unquote(line: Buffer): Buffer {
  return line[0] === 62 && QUOTED_FROM.test(line.subarray(0, 20).toString('latin1'))
    ? line.subarray(1)
    : line;
}
