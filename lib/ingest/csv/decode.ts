import type { ByteSource } from './encoding';
import type { Encoding } from './file-format';

// Characters of windows-1252 at 0x80-0x9F where it differs from Latin-1. Source: encoding.spec.whatwg.org.
// Bytes that windows-1252 leaves undefined keep their value, as in browsers.
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

// Not TextDecoder('windows-1252'): Node 20 to 22 decode it as Latin-1, which turns ’ and € into control characters.
function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252.charAt(char.charCodeAt(0) - 0x80));
}

function makeDecoder(encoding: Encoding): (bytes: Uint8Array | null) => string {
  if (encoding === 'windows-1252') return (bytes) => (bytes ? decodeWindows1252(bytes) : '');
  const decoder = new TextDecoder(encoding);
  return (bytes) => (bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode());
}

/** What stands for bytes that are no text. */
const UNREADABLE = '\uFFFD';

/** The text of complete bytes, for a preview; a character cut at the end is left out. */
export function decodeHead(head: Uint8Array, encoding: Encoding): string {
  return makeDecoder(encoding)(head).replaceAll('\0', UNREADABLE);
}

/**
 * Decodes a file as it arrives: characters cut between chunks are joined, a byte order mark is dropped, bytes that
 * are not text in this encoding become U+FFFD (`readRows` warns of them by row), and so do NUL characters, which mean nothing
 * in text and which Postgres refuses: the places of what follows stay as they are.
 */
export async function* decodeStream(source: ByteSource, encoding: Encoding): AsyncGenerator<string> {
  const decode = makeDecoder(encoding);
  for await (const chunk of source) {
    const text = decode(chunk);
    if (text !== '') yield text.includes('\0') ? text.replaceAll('\0', UNREADABLE) : text;
  }
  const last = decode(null);
  if (last !== '') yield last;
}
