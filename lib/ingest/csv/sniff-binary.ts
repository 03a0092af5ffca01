/** What a file that is no text begins with, in hexadecimal, and what to call it. */
const SIGNATURES: [start: string, name: string][] = [
  ['504b0304', 'an Excel workbook or another ZIP archive'],
  ['504b0506', 'an empty ZIP archive'],
  ['d0cf11e0', 'an old Excel or Word document'],
  ['25504446', 'a PDF document'],
  ['89504e47', 'a PNG picture'],
  ['ffd8ff', 'a JPEG picture'],
  ['47494638', 'a GIF picture'],
  ['1f8b', 'a gzip archive'],
  ['425a68', 'a bzip2 archive'],
  ['fd377a585a', 'an xz archive'],
  ['28b52ffd', 'a zstd archive'],
  ['377abcaf', 'a 7-Zip archive'],
  ['52617221', 'a RAR archive'],
  ['53514c697465', 'an SQLite database'],
  ['50415231', 'a Parquet file'],
];

/** What kind of binary file this is, from its first bytes; null for what may be text, UTF-16 included. */
export function sniffBinary(head: Uint8Array): string | null {
  const start = Array.from(head.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (known) return known[1];
  return looksBinary(head.subarray(0, 4096)) ? 'a binary file' : null;
}

type Utf16 = 'utf-16le' | 'utf-16be';

/** Text holds no control characters but tab, line ends and form feed, and no zeros. */
function looksBinary(bytes: Uint8Array): boolean {
  const utf16 = findUtf16(bytes);
  if (utf16) return holdsNoText(new TextDecoder(utf16).decode(bytes.subarray(0, bytes.length & ~1)));
  let zeros = 0;
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) zeros++;
    else if (isControl(byte)) controls++;
  }
  return controls > bytes.length * 0.02 || zeros > bytes.length * 0.02;
}

/** UTF-16 by its byte order mark, or because it has zeros on one side only. */
function findUtf16(bytes: Uint8Array): Utf16 | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) <= bytes.length * 0.1 || Math.min(even, odd) >= bytes.length * 0.05) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Counts characters, not bytes: half of what Cyrillic or a dash is made of in UTF-16 would count as control characters. */
function holdsNoText(text: string): boolean {
  let strange = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code === 0 || code === 0xfffd || isControl(code)) strange++;
  }
  return strange > text.length * 0.02;
}

const isControl = (code: number) => code < 9 || (code > 13 && code < 32 && code !== 0x1b && code !== 0x1a);
