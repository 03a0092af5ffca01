import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { explainFileError, InputError } from './command-error';

export interface CsvTable {
  /** Names in the header, trimmed. */
  columns: string[];
  /** The records below the header as they come in; a short record has fewer cells. Can be read once. */
  rows: AsyncIterable<string[]>;
}

/**
 * Opens a CSV file (UTF-8, with or without byte order mark; commas; RFC 4180 quotes) for streaming: memory does not grow
 * with the file. Blank lines are passed over where a record has several columns.
 *
 * @param path A file, or `-` for the standard input.
 * @throws InputError where the file cannot be read or is not CSV; also while `rows` is being read.
 */
export async function openCsv(path: string): Promise<CsvTable> {
  const parser = parse({ bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
  const source = path === '-' ? process.stdin : createReadStream(path);
  // A failure of the source destroys the parser with it, so the loop over the records throws it.
  pipeline(source, parser, () => {});
  const records = explainErrors(parser, path);
  const header = await records.next();
  if (header.done) throw new InputError(`${nameOf(path)} is empty: the first line must name the columns`);
  const columns = header.value.map((column) => column.trim());
  return { columns, rows: withoutBlankLines(records, columns.length) };
}

/** Finds a column by name, exactly or else without regard to case. Throws an InputError that lists what is there. */
export function getColumnIndex(columns: readonly string[], name: string): number {
  const exact = columns.indexOf(name);
  const index =
    exact >= 0 ? exact : columns.findIndex((column) => column.toLowerCase() === name.toLowerCase());
  if (index < 0) throw new InputError(`No column "${name}"; the columns are: ${columns.join(', ')}`);
  return index;
}

async function* explainErrors(
  records: AsyncIterable<string[]>,
  path: string,
): AsyncGenerator<string[], void> {
  try {
    yield* records;
  } catch (error) {
    if (error instanceof CsvError)
      throw new InputError(`${nameOf(path)} is not a CSV file we can read: ${error.message}`);
    throw explainFileError(error, `read ${nameOf(path)}`);
  }
}

async function* withoutBlankLines(
  records: AsyncIterable<string[]>,
  columnCount: number,
): AsyncGenerator<string[]> {
  for await (const record of records) {
    const isBlank = record.length === 1 && record[0] === '';
    if (!isBlank || columnCount === 1) yield record;
  }
}

const nameOf = (path: string): string => (path === '-' ? 'The standard input' : path);
