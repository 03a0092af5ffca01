import { formatCsvRow } from '@/lib/core/csv';

/** A row that was not imported: where it begins, which column is at fault (if one is), why, and what it held. */
export interface RowError {
  line: number;
  column: string | null;
  reason: string;
  record: readonly string[];
}

/** A row error as one line for people: `line 17: "11" in column "nps" is not a whole number from 0 to 10`. */
export function describeRowError({ line, reason }: Pick<RowError, 'line' | 'reason'>): string {
  return `line ${line}: ${reason}`;
}

/** The first row of an error report. The file's own columns follow, so that rows can be mended and imported again. */
export function formatReportHeader(header: readonly string[]): string {
  return formatCsvRow(['line', 'column', 'reason', ...header]);
}

/** One row of an error report, safe to open in a spreadsheet. */
export function formatReportRow({ line, column, reason, record }: RowError): string {
  return formatCsvRow([line, column, reason, ...record]);
}
