import { decodeStream } from './decode';
import type { ByteSource } from './encoding';
import type { Dialect, Encoding } from './file-format';
import { countLeadingRows } from './header';
import { type FileRecord, RecordCutter } from './record-cutter';

/**
 * A data row of a file. `line` is the physical line it begins at (from 1), `index` its number among the data rows
 * (from 0). `record` has as many cells as the header; a `warning` says what is odd about a row that can be used.
 */
export interface ReadRow {
  line: number;
  index: number;
  record: string[];
  warning?: string;
}

/** A data row that cannot be used, with the reason and what could be read of it. */
export interface UnreadableRow {
  line: number;
  index: number;
  record: string[];
  error: string;
}

const DAMAGED = 'holds characters that could not be read (shown as \ufffd)';

function trimEmptyCells(cells: string[], width: number): string[] {
  let length = cells.length;
  while (length > width && cells[length - 1] === '') length--;
  return length === cells.length ? cells : cells.slice(0, length);
}

/** Why cells cannot be those of a row of so many columns, null where they can. */
export function findMisfit(record: string[], width: number): string | null {
  const { length } = trimEmptyCells(record, width);
  if (length > width)
    return `the row has ${length} values for ${width} columns; a value with the delimiter in it needs quotes`;
  if (length === 1 && width > 2)
    return `the row has 1 value for ${width} columns; a value with a line break in it needs quotes`;
  return null;
}

/**
 * Fits a record to the width of the header. Missing cells at the end are empty, as spreadsheets leave them out; but
 * a lone cell of several is a line break in an unquoted value. Surplus cells are dropped when empty, else an error,
 * for no one can tell which value was cut in two.
 */
function fitRecord(record: FileRecord, index: number, width: number): ReadRow | UnreadableRow {
  const { line } = record;
  const cells = trimEmptyCells(record.cells, width);
  const error = 'error' in record ? record.error : findMisfit(record.cells, width);
  if (error) return { line, index, record: cells, error };
  while (cells.length < width) cells.push('');
  return { line, index, record: cells };
}

/**
 * Reads the data rows of a CSV file as they are asked for: the source is read no faster than the rows are taken,
 * memory does not grow with the file, and leaving the loop closes the source. Bad rows are given with their error
 * and do not stop the reading; blank lines are not rows, save one of spaces in a file of one column.
 */
export async function* readRows(
  source: ByteSource,
  { encoding, dialect }: { encoding: Encoding; dialect: Dialect },
): AsyncGenerator<ReadRow | UnreadableRow> {
  const cutter = new RecordCutter(dialect);
  const leadingRows = countLeadingRows(dialect);
  const headerRow = dialect.hasHeader ? Number(dialect.hasSepLine) + (dialect.titleRows ?? 0) : -1;
  let seen = 0;
  let width = 0;
  let index = 0;
  let isDamaged = false;

  const take = (): ReadRow | UnreadableRow | null => {
    for (let record = cutter.next(); record; record = cutter.next()) {
      if (seen < leadingRows) {
        if (seen++ === headerRow) width = record.cells.length;
        continue;
      }
      if (width === 0) width = record.cells.length;
      const row = fitRecord(record, index++, width);
      if (isDamaged && !('error' in row) && row.record.some((cell) => cell.includes('\ufffd'))) {
        return { ...row, warning: DAMAGED };
      }
      return row;
    }
    return null;
  };

  for await (const text of decodeStream(source, encoding)) {
    isDamaged ||= text.includes('\ufffd');
    cutter.push(text, false);
    for (let row = take(); row; row = take()) yield row;
  }
  cutter.push('', true);
  for (let row = take(); row; row = take()) yield row;
}
