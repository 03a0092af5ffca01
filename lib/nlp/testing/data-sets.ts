import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const dataDirectory = process.env.VOC_DATA ?? '../shared/data';

function findData(): boolean {
  if (existsSync(dataDirectory)) return true;
  if (process.env.CI)
    throw new Error(`The data sets are not at ${dataDirectory}; set VOC_DATA to their folder`);
  console.warn(`Left out: text tests on labelled data, because ${dataDirectory} is absent`);
  return false;
}

/** False on a clone without the data sets, which says so in one line; there a CI run fails instead. */
export const hasData = findData();

export const dataFile = (path: string): string => join(dataDirectory, path);

/** The rows of a CSV data set, by column name. */
export function readCsv(path: string): Record<string, string>[] {
  return parse(readFileSync(dataFile(path)), { columns: true, bom: true, relax_quotes: true });
}

/** One column of a CSV data set. */
export const readColumn = (path: string, column: string): string[] =>
  readCsv(path).map((row) => row[column] ?? '');

/** Reading all of these takes seconds on a busy machine; what is not linear in the text takes minutes. */
export const HOSTILE_TIMEOUT_MS = 60_000;

/** Texts made to break programs, and our own: lone surrogates, right to left, zero width, a megabyte. */
export function listHostileTexts(): string[] {
  const own = [
    '',
    ' \n\t ',
    '\ud800 lone high',
    'lone low \udc00',
    '\u200b\u200b\u200d',
    'שירות מצוין אבל יקר מאוד. תודה!',
    'الخدمة ممتازة لكن السعر مرتفع جدا.',
    '很好，但是太贵了。谢谢！',
    'Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034dA\u036b\u0357\u0334\u0362\u0335\u031c\u0330\u0354',
    '👩‍👩‍👧‍👦'.repeat(500),
    'a'.repeat(100_000),
    '1'.repeat(100_000),
    '1 '.repeat(50_000),
    '(0'.repeat(50_000),
    '@'.repeat(100_000),
    'a@'.repeat(50_000),
    'GB29 '.repeat(20_000),
    '0999 9999 999 '.repeat(7_000),
    'not but very '.repeat(8_000),
    'Dr. '.repeat(25_000),
    'a b c but '.repeat(10_000),
    '😀'.repeat(50_000),
    'Slow. '.repeat(20_000),
    'slow and cold '.repeat(75_000),
  ];
  if (!hasData) return own;
  const naughty: string[] = JSON.parse(readFileSync(dataFile('naughty_strings/blns.json'), 'utf8'));
  return [...own, ...naughty];
}
