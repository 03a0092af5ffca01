import { isUtf8 } from 'node:buffer';
import type { Encoding } from './file-format';

/** Bytes of a file as they arrive: a Node stream, a web stream (such as `File.stream()`) or an async generator. */
export type ByteSource = AsyncIterable<Uint8Array>;

/** An encoding with how sure it is and the observation it rests on, in words for the import screen. */
export interface EncodingGuess {
  encoding: Encoding;
  confidence: 'certain' | 'likely';
  why: string;
}

const HEAD_BYTES = 64 * 1024;

function findByteOrderMark(bytes: Uint8Array): EncodingGuess | null {
  const certain = (encoding: Encoding): EncodingGuess => ({
    encoding,
    confidence: 'certain',
    why: 'the file begins with the byte order mark of this encoding',
  });
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return certain('utf-8');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return certain('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return certain('utf-16be');
  return null;
}

/** UTF-16 of Western text has a zero in nearly every other byte; no other encoding here has many on one side only. */
function findZeroPattern(bytes: Uint8Array): EncodingGuess | null {
  const zeros = [0, 0];
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = bytes.length / 2;
  const likely = (encoding: Encoding, side: string): EncodingGuess => ({
    encoding,
    confidence: 'likely',
    why: `most ${side} bytes are zero, as in UTF-16 without a byte order mark`,
  });
  if (odd > half * 0.3 && even < odd * 0.1) return likely('utf-16le', 'second');
  if (even > half * 0.3 && odd < even * 0.1) return likely('utf-16be', 'first');
  return null;
}

/** Bytes at the end that begin a UTF-8 character without finishing it. */
function unfinishedTail(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** Counts characters beyond ASCII that are valid UTF-8, and the bytes that are not. */
function countUtf8(bytes: Uint8Array): { valid: number; invalid: number } {
  let valid = 0;
  let invalid = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      at++;
      continue;
    }
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (byte >= 0xc2 && isUtf8(bytes.subarray(at, at + length)) && at + length <= bytes.length) {
      valid++;
      at += length;
    } else {
      invalid++;
      at++;
    }
  }
  return { valid, invalid };
}

function judgeUtf8(valid: number, invalid: number, extent: string): EncodingGuess {
  if (invalid === 0) {
    return valid === 0
      ? { encoding: 'utf-8', confidence: 'likely', why: `${extent} holds plain ASCII only` }
      : {
          encoding: 'utf-8',
          confidence: 'certain',
          why: `${extent} is valid UTF-8 with letters beyond ASCII`,
        };
  }
  // Accented letters of windows-1252 almost never form valid UTF-8 by chance, so a file where valid characters
  // outweigh broken bytes is damaged UTF-8: reading it otherwise would spoil every good letter of it.
  return valid > invalid
    ? { encoding: 'utf-8', confidence: 'likely', why: `${extent} is UTF-8 with ${invalid} damaged bytes` }
    : { encoding: 'windows-1252', confidence: 'likely', why: `${extent} holds bytes that are not UTF-8` };
}

/**
 * The encoding of a file from its first bytes: byte order mark, pattern of zeros, validity as UTF-8 (a character
 * cut at the end is no fault), else windows-1252. The head cannot show what comes later: an import uses
 * {@link scanEncoding}, the head serves the preview.
 */
export function detectEncoding(head: Uint8Array): EncodingGuess {
  const marked = findByteOrderMark(head) ?? findZeroPattern(head);
  if (marked) return marked;
  const { valid, invalid } = countUtf8(head.subarray(0, head.length - unfinishedTail(head)));
  return judgeUtf8(valid, invalid, 'the beginning of the file');
}

/**
 * The encoding of a whole file, read once at the speed of the disk in constant memory, so that a windows-1252 file
 * whose first accented letter stands in row 50,000 is read right. Bytes are counted one by one only in chunks that
 * are not valid UTF-8.
 */
export async function scanEncoding(source: ByteSource): Promise<EncodingGuess> {
  let rest = new Uint8Array(0);
  let isDecided = false;
  let valid = 0;
  let invalid = 0;
  const count = (bytes: Uint8Array) => {
    if (isUtf8(bytes)) {
      valid += countLeads(bytes);
      return;
    }
    const counts = countUtf8(bytes);
    valid += counts.valid;
    invalid += counts.invalid;
  };
  for await (const chunk of source) {
    const bytes = rest.length === 0 ? chunk : concatBytes(rest, chunk);
    if (!isDecided) {
      if (bytes.length < HEAD_BYTES) {
        rest = bytes.slice();
        continue;
      }
      const marked = findByteOrderMark(bytes) ?? findZeroPattern(bytes);
      if (marked) return marked;
      isDecided = true;
    }
    const tail = unfinishedTail(bytes);
    count(bytes.subarray(0, bytes.length - tail));
    rest = bytes.slice(bytes.length - tail);
  }
  if (!isDecided) {
    const marked = findByteOrderMark(rest) ?? findZeroPattern(rest);
    if (marked) return marked;
  }
  count(rest);
  return judgeUtf8(valid, invalid, 'the file');
}

/** Characters beyond ASCII in bytes known to be valid UTF-8: those bytes that begin one. */
function countLeads(bytes: Uint8Array): number {
  let leads = 0;
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) >= 0xc0) leads++;
  return leads;
}

function concatBytes(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
