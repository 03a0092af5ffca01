import { recogniseExport } from '@/lib/ingest/files/survey-exports';
import { DELIMITERS, type Dialect } from './file-format';
import { type FileRecord, RecordCutter } from './record-cutter';

const SEP_LINE = /^sep=([,;\t|])\r?$/i;
const DATA_CELL =
  /^[-+]?\d+(?:[.,]\d+)*%?$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|^[^\s@]+@[^\s@]+\.[a-z]+$|^https?:\/\//i;
const YEAR = /^(?:19|20)\d\d$/;
const SENTENCE_WORDS = 5;
/** Rows in which a header is looked for. */
const MOST_TITLE_ROWS = 10;
/** A title fills one cell; beside it a date or a number may stand. */
const MOST_TITLE_CELLS = 2;

/** The records of a text that can be read; the last one is left out when the text may be cut within it. */
export function cutHead(
  headText: string,
  dialect: Pick<Dialect, 'delimiter' | 'recordDelimiter'>,
  isWholeFile: boolean,
): string[][] {
  return cutRecords(headText, dialect, isWholeFile).flatMap((record) =>
    'error' in record ? [] : [record.cells],
  );
}

/** The same with those that cannot be read. */
export function cutRecords(
  headText: string,
  { delimiter, recordDelimiter }: Pick<Dialect, 'delimiter' | 'recordDelimiter'>,
  isWholeFile: boolean,
): FileRecord[] {
  const cutter = new RecordCutter({ delimiter, recordDelimiter });
  cutter.push(headText, isWholeFile);
  const records: FileRecord[] = [];
  for (let record = cutter.next(); record; record = cutter.next()) records.push(record);
  return records;
}

function detectRecordDelimiter(headText: string): Dialect['recordDelimiter'] {
  const lineFeed = headText.indexOf('\n');
  if (lineFeed === -1) return headText.includes('\r') ? '\r' : '\n';
  return headText[lineFeed - 1] === '\r' ? '\r\n' : '\n';
}

/** How many records have the same number of cells as most have; commas in prose give uneven counts. */
function scoreDelimiter(records: string[][]): { columns: number; evenness: number } {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [columns, share] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  // A delimiter that the first record does not have is none: it is the header, and names hold fewer of them than prose.
  return (records[0]?.length ?? 1) < 2
    ? { columns: 1, evenness: 0 }
    : { columns, evenness: share / records.length };
}

function detectDelimiter(
  text: string,
  recordDelimiter: Dialect['recordDelimiter'],
  isWholeFile: boolean,
): Dialect['delimiter'] {
  const cut = DELIMITERS.map((delimiter) => {
    const records = cutHead(text, { delimiter, recordDelimiter }, isWholeFile);
    return {
      delimiter,
      records: records.length > 0 ? records : cutHead(text, { delimiter, recordDelimiter }, true),
    };
  });
  return findEvenest(cut, 0) ?? findEvenest(cut.map(belowTitles), SURELY_EVEN) ?? ',';
}

interface CutBy {
  delimiter: Dialect['delimiter'];
  records: string[][];
}

/** The delimiter that gives the most even rows; null where none reaches more than `least`. */
function findEvenest(cut: readonly CutBy[], least: number): Dialect['delimiter'] | null {
  let best: { delimiter: Dialect['delimiter'] | null; score: number } = { delimiter: null, score: least };
  for (const { delimiter, records } of cut) {
    const { columns, evenness } = scoreDelimiter(records);
    // Evenness decides; the number of columns breaks near ties.
    const score = columns < 2 ? 0 : evenness + Math.min(columns, 50) / 500;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Below a title a delimiter has to part nearly all rows alike: of prose in one column, some rows hold as many. */
const SURELY_EVEN = 0.9;

/** The records from the first on that a delimiter parts, where lines that it does not part may be titles of a table. */
function belowTitles({ delimiter, records }: CutBy): CutBy {
  const first = records.findIndex(({ length }) => length > 1);
  const isBelow = first > 0 && first <= MOST_TITLE_ROWS && (records[first]?.length ?? 0) > MOST_TITLE_CELLS;
  return { delimiter, records: isBelow ? records.slice(first) : [] };
}

function isHeader(records: string[][]): boolean {
  const [first = [], ...body] = records;
  // The columns of a survey tool may be named as the one value they hold: a choice, ticked or not.
  if (recogniseExport(first)) return true;
  if (first.some((cell) => DATA_CELL.test(cell.trim()) && !YEAR.test(cell.trim()))) return false;
  if (first.length === 1 && (first[0] ?? '').trim().split(/\s+/).length > SENTENCE_WORDS) {
    return first[0]?.trim().endsWith('?') ?? false;
  }
  // A name does not recur among the values of its column; the files of several months glued together repeat it
  // only with the whole header.
  const rows = body.filter((row) => row.some((cell, column) => cell !== first[column]));
  return !first.some((cell, column) => {
    const filled = rows.filter((row) => (row[column] ?? '') !== '');
    const same = filled.filter((row) => row[column] === cell).length;
    const isChoice = same === filled.length && same < rows.length;
    return cell !== '' && !isChoice && same >= 2 && same >= filled.length * 0.05;
  });
}

function countSubHeaderRows([first = [], second = [], third = []]: string[][]): number {
  if (third.some((cell) => cell.startsWith('{"ImportId"'))) return 2;
  const isSurveyMonkey = first[0] === 'Respondent ID' && first[1] === 'Collector ID';
  return isSurveyMonkey && second[0] === '' && second.some((cell) => cell !== '') ? 1 : 0;
}

/**
 * Delimiter, line ends and header of a file from the beginning of its text, by reading it with each delimiter and
 * taking the one that gives the most even rows. `isWholeFile` says that the text is not cut.
 */
export function detectDialect(headText: string, isWholeFile = false): Dialect {
  const recordDelimiter = detectRecordDelimiter(headText);
  const firstLine = headText.split(/[\r\n]/, 1)[0] ?? '';
  const sep = SEP_LINE.exec(firstLine)?.[1] as Dialect['delimiter'] | undefined;
  const delimiter = sep ?? detectDelimiter(headText, recordDelimiter, isWholeFile);
  const all = cutHead(headText, { delimiter, recordDelimiter }, isWholeFile);
  const records = sep ? all.slice(1) : all;
  return { delimiter, quote: '"', recordDelimiter, hasSepLine: sep !== undefined, ...describeRows(records) };
}

/** Whether the first of these rows, or the first below a title, names the columns, and how many rows under it are no data either. */
export function describeRows(
  records: string[][],
): Pick<Dialect, 'hasHeader' | 'titleRows' | 'subHeaderRows'> {
  const titleRows = countTitleRows(records);
  const rows = records.slice(titleRows);
  const hasHeader = isHeader(rows);
  const subHeaderRows = hasHeader ? countSubHeaderRows(rows) : 0;
  return { hasHeader, ...(titleRows > 0 ? { titleRows } : {}), subHeaderRows };
}

/** Rows above the header that fill a cell or two of a table far wider; 0 where the first row is the header, or none is. */
function countTitleRows(records: string[][]): number {
  const filled = records
    .slice(0, MOST_TITLE_ROWS + 10)
    .map((row) => row.filter((cell) => cell.trim()).length);
  const width = Math.max(0, ...filled);
  const first = filled.findIndex((cells) => cells > MOST_TITLE_CELLS && cells >= width / 2);
  if (first < 1 || first > MOST_TITLE_ROWS) return 0;
  const [header = [], ...rows] = records.slice(first);
  // In prose of one column a sentence with commas looks as wide, but the rows below it do not.
  const alike = rows.filter(({ length }) => length === header.length).length;
  return 2 * alike > rows.length && isHeader(records.slice(first)) ? first : 0;
}
