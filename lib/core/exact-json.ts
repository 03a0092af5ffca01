import { parse } from 'lossless-json';

/** Digits of which a number may not fit what JavaScript counts exactly: 2^53 has sixteen. */
const MAYBE_LARGE = /(?<![.\d])\d{16}/;
const INTEGER = /^-?\d+$/;

/**
 * `JSON.parse`, but whole numbers beyond 2^53 come as the text they were written as: rounded, two identifiers would be
 * one. Texts without so many digits in a row, which are nearly all, take the way of the engine.
 * @throws SyntaxError of `JSON.parse`.
 */
export function parseExactJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return MAYBE_LARGE.test(text)
    ? parse(text, null, { parseNumber: readNumber, onDuplicateKey: ({ newValue }) => newValue })
    : value;
}

function readNumber(written: string): number | string {
  const read = Number(written);
  return INTEGER.test(written) && !Number.isSafeInteger(read) ? written : read;
}
