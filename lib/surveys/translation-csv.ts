import { CsvError, parse } from 'csv-parse/sync';
import { formatCsvRow } from '@/lib/core/csv';
import { invalid } from '@/lib/core/errors';
import type { Piece } from '@/lib/surveys/localise';

/** A piece as a translator's file has it. */
export interface TranslatedPiece {
  /** Where it stands in the file, from 1; of a cell of several lines the last. */
  line: number;
  place: string;
  source: string;
  /** Empty where it was not translated. */
  target: string;
}

const HEADER = ['place', 'source', 'target'] as const;
/** An apostrophe that only keeps a spreadsheet from running the cell, see `escapeCsvCell`. */
const GUARDED = /^'(?=[=+\-@\t\r\n＝＋－＠])/;

/** Pieces and their translations as CSV: one line each, every cell safe to open in a spreadsheet. */
export function formatTranslationCsv(pieces: readonly Piece[], words: Record<string, string>): string {
  const rows = pieces.map(({ place, text }) => [place, text, words[place] ?? '']);
  return [HEADER, ...rows].map((row) => formatCsvRow(row)).join('');
}

/**
 * Reads what {@link formatTranslationCsv} wrote, also as spreadsheets save it: with semicolons or tabs, and other columns.
 * @throws ExpectedError 'invalid' naming the line.
 */
export function parseTranslationCsv(text: string): TranslatedPiece[] {
  const [header, ...records] = parseRecords(text);
  const columns = HEADER.map((name) =>
    (header?.cells ?? []).findIndex((cell) => cell.trim().toLowerCase() === name),
  );
  if (columns.includes(-1)) {
    throw invalid(`Line 1: the columns are ${HEADER.join(', ')}. Take the file that "Download CSV" makes.`);
  }
  return records.map(({ line, cells }) => {
    const [place = '', source = '', target = ''] = columns.map((at) =>
      (cells[at] ?? '').replace(GUARDED, '').trim(),
    );
    return { line, place, source, target };
  });
}

function parseRecords(text: string): { line: number; cells: string[] }[] {
  const [first = ''] = text.split(/\r?\n/, 1);
  const delimiter = [';', '\t'].find((each) => first.includes(each)) ?? ',';
  try {
    const records = parse(text, {
      ...{ delimiter, bom: true, info: true, skip_empty_lines: true, relax_column_count: true },
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return records.map(({ info, record }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (error instanceof CsvError) throw invalid(`This file is no CSV: ${error.message}.`);
    throw error;
  }
}
