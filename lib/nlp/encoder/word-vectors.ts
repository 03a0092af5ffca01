import { readFileSync } from 'node:fs';

/** Vectors of single words, distilled from the sentence encoder: the fast lane, with no native part. */
export interface WordVectors {
  width: number;
  size: number;
  /** The vector of a text, of unit length: the sum of its words' vectors; all zero where no word is known. */
  embed(words: readonly string[]): Float32Array;
}

/** Words beyond this change nothing in a sum; keeps a megabyte cheap. */
const MOST_WORDS = 400;
const HEADER_NUMBERS = 3;
const NUMBER_BYTES = 4;

let shared: WordVectors | undefined;

/** The bundled table, read at first use. */
export function getWordVectors(): WordVectors {
  shared ??= parseWordVectors(readFileSync(new URL('./word-vectors.bin', import.meta.url)));
  return shared;
}

/** A table ready to be written: for each word a row of bytes and the size of one step of them. */
export interface WordTable {
  words: readonly string[];
  width: number;
  rows: Int8Array;
  steps: Float32Array;
}

/** Three whole numbers (words, width, bytes of the word list), the word list, the steps, the rows; little-endian. */
export function formatWordVectors({ words, width, rows, steps }: WordTable): Buffer {
  const list = Buffer.from(words.join('\n'));
  const header = Buffer.alloc(HEADER_NUMBERS * NUMBER_BYTES);
  for (const [at, value] of [words.length, width, list.length].entries()) {
    header.writeUInt32LE(value, at * NUMBER_BYTES);
  }
  const bytesOf = (view: Int8Array | Float32Array) =>
    Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  return Buffer.concat([header, list, bytesOf(steps), bytesOf(rows)]);
}

export function parseWordVectors(file: Buffer): WordVectors {
  const [size = 0, width = 0, listBytes = 0] = [0, 1, 2].map((at) => file.readUInt32LE(at * NUMBER_BYTES));
  const listAt = HEADER_NUMBERS * NUMBER_BYTES;
  const stepsAt = listAt + listBytes;
  const rowsAt = stepsAt + size * NUMBER_BYTES;
  const words = file.toString('utf8', listAt, stepsAt).split('\n');
  const rowOf = new Map(words.map((word, row) => [word, row]));
  const steps = Float32Array.from({ length: size }, (_, row) =>
    file.readFloatLE(stepsAt + row * NUMBER_BYTES),
  );
  const rows = new Int8Array(file.buffer, file.byteOffset + rowsAt, size * width);
  // One for all texts, in the numbers that the processor adds up anyway.
  const sum = new Float64Array(width);

  return {
    size,
    width,
    embed(text) {
      sum.fill(0);
      for (const word of text.slice(0, MOST_WORDS)) {
        const row = rowOf.get(word);
        if (row === undefined) continue;
        const step = steps[row] ?? 0;
        const at = row * width;
        for (let index = 0; index < width; index++) {
          sum[index] = (sum[index] ?? 0) + step * (rows[at + index] ?? 0);
        }
      }
      return toUnitLength(sum);
    },
  };
}

function toUnitLength(sum: Float64Array): Float32Array {
  const vector = new Float32Array(sum);
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares === 0) return vector;
  const length = Math.sqrt(squares);
  for (let index = 0; index < vector.length; index++) vector[index] = (vector[index] ?? 0) / length;
  return vector;
}
