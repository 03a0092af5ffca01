/** A value that can stand in a cell. Dates are written in ISO 8601 UTC; null and undefined leave the cell empty. */
export type CsvCell = string | number | bigint | boolean | Date | null | undefined;

// A spreadsheet runs a cell that begins with one of these as a formula; the full-width forms are read as the
// plain ones by East Asian spreadsheets. Source: OWASP, "CSV Injection".
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;
/** Before a file that people open: without it Excel on Windows takes the text for that of its country. Programs get none. */
export const CSV_MARK = '\ufeff';

const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i;
// Semicolon and tab are quoted too: a spreadsheet that splits on them would otherwise see new cells, each able
// to begin with a formula.
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/**
 * One cell as CSV text that no spreadsheet runs: text that begins like a formula gets an apostrophe before it,
 * while a plain number such as -5 stays a number.
 */
export function escapeCsvCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell !== 'string') return String(cell);
  const safe = isFormula(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Whether a spreadsheet may run a text as a formula. */
export function isFormula(text: string): boolean {
  return FORMULA_START.test(text) && !PLAIN_NUMBER.test(text);
}

/** One record of RFC 4180, with its line end (CRLF), every cell safe to open in a spreadsheet. */
export function formatCsvRow(cells: readonly CsvCell[]): string {
  // A lone empty cell would be a blank line, which readers skip.
  if (cells.length === 1 && escapeCsvCell(cells[0]) === '') return '""\r\n';
  return `${cells.map(escapeCsvCell).join(',')}\r\n`;
}
