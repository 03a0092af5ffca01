import { decodeHead } from './decode';
import { cutHead, detectDialect } from './dialect';
import { detectEncoding, type EncodingGuess } from './encoding';
import type { Dialect } from './file-format';
import { countLeadingRows, nameColumns } from './header';
import { findMisfit } from './rows';

/** What the beginning of a file shows: enough to guess the mapping and to draw the first rows. */
export interface CsvPreview {
  encoding: EncodingGuess;
  dialect: Dialect;
  header: string[];
  rows: string[][];
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
  const records = cutHead(text, dialect, isWholeFile);
  const leading = countLeadingRows(dialect);
  const header = nameColumns(records.slice(0, leading), dialect, records[leading]?.length ?? 0);
  const rows = records
    .slice(leading)
    // Rows that will be refused are not shown as if they would be stored.
    .filter((record) => findMisfit(record, header.length) === null)
    .map((record) => header.map((_, column) => record[column] ?? ''));
  return { encoding, dialect, header, rows };
}
