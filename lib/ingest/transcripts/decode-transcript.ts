/**
 * The text of a file by the rules of CSV files: a byte order mark, else UTF-8 where it is that for the most part, else
 * Windows-1252. For the browser: the decoder of Node 20 takes the quotation marks of Windows-1252 for control characters, and
 * `lib/ingest/csv/decode.ts` needs Node's Buffer.
 */
export function decodeTranscript(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    let [right, damaged] = [0, 0];
    for (const character of text) {
      if (character === '\ufffd') damaged++;
      else if (character > '\u007f') right++;
    }
    // Letters of Windows-1252 almost never form UTF-8 by chance: where most do, it is UTF-8 that was damaged.
    return right > damaged ? text : new TextDecoder('windows-1252').decode(bytes);
  }
}
