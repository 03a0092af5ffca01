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

/** Text holds no control characters but tab, line ends and form feed; UTF-16 has zeros on one side only. */
function looksBinary(bytes: Uint8Array): boolean {
  const zeros = [0, 0];
  let controls = 0;
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1b && byte !== 0x1a)) controls++;
  });
  const [even = 0, odd = 0] = zeros;
  const isUtf16 = Math.max(even, odd) > bytes.length * 0.1 && Math.min(even, odd) < bytes.length * 0.05;
  return (
    controls > bytes.length * 0.02 ||
    (!isUtf16 && Math.min(even, odd) > 0 && even + odd > bytes.length * 0.02)
  );
}
