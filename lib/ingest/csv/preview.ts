import { decodeHead } from './decode';
import { cutRecords, detectDialect } from './dialect';
import { detectEncoding, type EncodingGuess } from './encoding';
import type { Dialect } from './file-format';
import { countLeadingRows, nameColumns } from './header';
import { findMisfit } from './rows';

/** What the beginning of a file shows: enough to guess the mapping and to draw the first rows. */
export interface CsvPreview {
  encoding: EncodingGuess;
  dialect: Dialect;
  header: string[];
  /** The rows that can be read, and how many beside them cannot. */
  rows: string[][];
  unreadable: number;
}

/**
 * Reads the beginning of a file (a few hundred kilobytes give 1,000 rows of most). `isWholeFile` says that there is
 * no more of it. What the person chose on the screen goes into `chosen` and is not guessed again.
 */
export function previewCsv(
  head: Uint8Array,
  {
    isWholeFile,
    chosen = {},
  }: { isWholeFile: boolean; chosen?: { encoding?: EncodingGuess; dialect?: Dialect } },
): CsvPreview {
  const encoding = chosen.encoding ?? detectEncoding(head);
  const text = decodeHead(head, encoding.encoding);
  const dialect = chosen.dialect ?? detectDialect(text, isWholeFile);
  const records = cutRecords(text, dialect, isWholeFile);
  const leading = countLeadingRows(dialect);
  const above = records.slice(0, leading).map(({ cells }) => cells);
  const header = nameColumns(above, dialect, records[leading]?.cells.length ?? 0);
  const body = records.slice(leading);
  const rows = body
    // Rows that will be refused are not shown as if they would be stored.
    .filter((record) => !('error' in record) && findMisfit(record.cells, header.length) === null)
    .map(({ cells }) => header.map((_, column) => cells[column] ?? ''));
  return { encoding, dialect, header, rows, unreadable: body.length - rows.length };
}
