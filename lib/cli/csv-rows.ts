import { createReadStream } from 'node:fs';
import { decodeHead } from '@/lib/ingest/csv/decode';
import { cutHead, detectDialect } from '@/lib/ingest/csv/dialect';
import { type ByteSource, detectEncoding, scanEncoding } from '@/lib/ingest/csv/encoding';
import type { Dialect, Encoding } from '@/lib/ingest/csv/file-format';
import { countLeadingRows, nameColumns } from '@/lib/ingest/csv/header';
import { shorten } from '@/lib/ingest/csv/read-cell';
import { readRows } from '@/lib/ingest/csv/rows';
import { sniffBinary } from '@/lib/ingest/csv/sniff-binary';
import { explainFileError, InputError } from './command-error';

/** A record below the header, and the physical line (from 1) it begins at. */
export interface CsvRecord {
  line: number;
  /** As many as there are columns; none where the record cannot be read, for no one can tell what belongs where. */
  cells: string[];
  /** Why the record cannot be read. */
  error?: string;
  /** What is odd about a record that can be used. */
  warning?: string;
}

export interface CsvTable {
  /** Names in the header, trimmed. */
  columns: string[];
  /** The records below the header as they come in, unreadable ones too; lines with nothing on them are none. Can be read once. */
  rows: AsyncIterable<CsvRecord>;
}

/** What a dialect is detected from. */
const HEAD_BYTES = 256 * 1024;
const MOST_COLUMNS_SHOWN = 40;

/**
 * Opens a CSV file for streaming, memory does not grow with it: encoding and delimiter are found as in an import, and
 * the first line names the columns. The standard input can only be judged by its beginning.
 *
 * @param path A file, or `-` for the standard input.
 * @throws InputError where the file cannot be read or is empty; also while `rows` is being read.
 */
export async function openCsv(path: string): Promise<CsvTable> {
  const isInput = path === '-';
  const source = explainErrors(isInput ? process.stdin : createReadStream(path), path);
  const { head, isWhole } = await readHead(source);
  if (head.length === 0) throw emptyError(path);
  const binary = sniffBinary(head);
  if (binary) throw new InputError(`${nameOf(path)} is ${binary}, not a CSV file: export it as CSV first`);
  const { encoding } = isInput || isWhole ? detectEncoding(head) : await scanEncoding(createReadStream(path));
  const dialect = findDialect(decodeHead(head, encoding), isWhole);
  const columns = readHeader(head, encoding, dialect, isWhole);
  if (columns.length === 0) throw emptyError(path);
  return { columns, rows: readRecords(prepend(head, source), encoding, dialect) };
}

/** Finds a column by name, exactly or else without regard to case. Throws an InputError that lists what is there. */
export function getColumnIndex(columns: readonly string[], name: string): number {
  const index = findColumnIndex(columns, name);
  if (index < 0) throw new InputError(`No column "${name}"; the columns are: ${listColumns(columns)}`);
  return index;
}

/** The columns of a file for a message of one line, safe to print: a header may hold anything. */
export function listColumns(columns: readonly string[]): string {
  const shown = columns
    .slice(0, MOST_COLUMNS_SHOWN)
    .map((column) => shorten(column.replace(/[\p{Cc}\p{Cf}]/gu, '')));
  const more = columns.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** As {@link getColumnIndex}, -1 where there is no such column. */
export function findColumnIndex(columns: readonly string[], name: string): number {
  const exact = columns.indexOf(name);
  if (exact >= 0) return exact;
  return columns.findIndex((column) => column.toLowerCase() === name.toLowerCase());
}

/** A header is asked for, so the first line is one even where it does not look like it. */
function findDialect(headText: string, isWhole: boolean): Dialect {
  return { ...detectDialect(headText, isWhole), hasHeader: true, titleRows: 0, subHeaderRows: 0 };
}

function readHeader(head: Uint8Array, encoding: Encoding, dialect: Dialect, isWhole: boolean): string[] {
  const records = cutHead(decodeHead(head, encoding), dialect, isWhole);
  return nameColumns(records.slice(0, countLeadingRows(dialect)), dialect, 0);
}

async function* readRecords(
  source: ByteSource,
  encoding: Encoding,
  dialect: Dialect,
): AsyncGenerator<CsvRecord> {
  for await (const row of readRows(source, { encoding, dialect })) {
    const { line, record } = row;
    if ('error' in row) yield { line, cells: [], error: row.error };
    else yield { line, cells: record, ...(row.warning !== undefined && { warning: row.warning }) };
  }
}

async function readHead(
  source: AsyncGenerator<Uint8Array, void>,
): Promise<{ head: Uint8Array; isWhole: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD_BYTES) {
    const next = await source.next();
    if (next.done) return { head: Buffer.concat(chunks), isWhole: true };
    chunks.push(next.value);
    length += next.value.length;
  }
  return { head: Buffer.concat(chunks), isWhole: false };
}

async function* prepend(head: Uint8Array, rest: ByteSource): AsyncGenerator<Uint8Array, void> {
  yield head;
  yield* rest;
}

async function* explainErrors(source: ByteSource, path: string): AsyncGenerator<Uint8Array, void> {
  try {
    yield* source;
  } catch (error) {
    throw explainFileError(error, `read ${nameOf(path)}`);
  }
}

const emptyError = (path: string) =>
  new InputError(`${nameOf(path)} is empty: the first line must name the columns`);

const nameOf = (path: string): string => (path === '-' ? 'The standard input' : path);
