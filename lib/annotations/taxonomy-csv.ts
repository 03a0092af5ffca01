import { formatCsvRow } from '@/lib/core/csv';
import { decodeHead } from '@/lib/ingest/csv/decode';
import { detectDialect } from '@/lib/ingest/csv/dialect';
import { detectEncoding } from '@/lib/ingest/csv/encoding';
import { RecordCutter } from '@/lib/ingest/csv/record-cutter';
import type { Steering } from '@/lib/themes/decision';

/** A theme as a file has it. */
export interface TaxonomyRow extends Steering {
  /** The line it begins at, from 1. */
  line: number;
  name: string;
  /** Empty at the top. */
  parent: string;
}

/** What is wrong with a line, and how to mend it. */
export interface TaxonomyError {
  line: number;
  problem: string;
  mend: string;
}

/** The columns of a file, by what they may be called. */
const COLUMNS = {
  name: ['theme', 'name', 'topic', 'category'],
  parent: ['parent', 'parent theme', 'group'],
  definition: ['definition', 'description'],
  examples: ['examples', 'example'],
  includeTerms: ['words', 'keywords', 'include'],
  excludeTerms: ['exclude words', 'exclude', 'not'],
} as const;
type ColumnName = keyof typeof COLUMNS;
const HEADER = ['theme', 'parent', 'definition', 'examples', 'words', 'exclude words'];

/** Several entries of a cell stand on lines of their own, and may hold bars then; or a bar keeps them apart on one line. */
const LINE_END = /\r\n|\r|\n/;
/** An apostrophe that only keeps a spreadsheet from running the cell: see escapeCsvCell. */
const GUARDED = /^'(?='*[=+\-@\t\r\n＝＋－＠])/;
const NEEDS_GUARD = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** The text of an uploaded file, whatever its encoding. */
export function decodeTaxonomy(bytes: Uint8Array): string {
  return decodeHead(bytes, detectEncoding(bytes).encoding);
}

/** Reads a taxonomy from CSV. Lines that cannot be read are named and do not stop the reading. */
export function parseTaxonomy(text: string): { rows: TaxonomyRow[]; errors: TaxonomyError[] } {
  const plain = text.replace(/^\uFEFF/, '');
  const dialect = detectDialect(plain, true);
  const cutter = new RecordCutter(dialect);
  cutter.push(plain, true);
  const rows: TaxonomyRow[] = [];
  const errors: TaxonomyError[] = [];
  let columns: Map<ColumnName, number> | null = null;
  let toSkip = dialect.hasSepLine ? 1 : 0;
  for (let record = cutter.next(); record; record = cutter.next()) {
    if (toSkip-- > 0) continue;
    const { line } = record;
    if ('error' in record) {
      errors.push({
        line,
        problem: `${record.error}.`,
        mend: 'Put quotes around the whole cell, or double a quote inside it.',
      });
      continue;
    }
    if (!columns) {
      columns = findColumns(record.cells);
      if (columns.has('name')) continue;
      errors.push({
        line,
        problem: 'No column is called “theme”.',
        mend: `Begin with a line of column names: ${HEADER.join(', ')}. Only “theme” is needed.`,
      });
      return { rows, errors };
    }
    if (record.cells.every((cell) => cell.trim() === '')) continue;
    rows.push(toRow(line, record.cells, columns));
  }
  if (!columns) {
    errors.push({
      line: 1,
      problem: 'The file is empty.',
      mend: `Begin with a line of column names: ${HEADER.join(', ')}.`,
    });
  }
  return { rows, errors };
}

function findColumns(header: readonly string[]): Map<ColumnName, number> {
  const names = header.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[_\s]+/g, ' '),
  );
  const found = new Map<ColumnName, number>();
  for (const [column, called] of Object.entries(COLUMNS) as [ColumnName, readonly string[]][]) {
    const place = names.findIndex((name) => called.includes(name));
    if (place >= 0) found.set(column, place);
  }
  return found;
}

function toRow(
  line: number,
  cells: readonly string[],
  columns: ReadonlyMap<ColumnName, number>,
): TaxonomyRow {
  const raw = (column: ColumnName) => {
    const place = columns.get(column);
    return place === undefined ? '' : (cells[place] ?? '').replace(GUARDED, '');
  };
  const cell = (column: ColumnName) => raw(column).trim();
  const list = (column: ColumnName) => [
    ...new Set(
      raw(column)
        .split(LINE_END.test(raw(column)) ? LINE_END : '|')
        .map((entry) => entry.replace(/\s+/g, ' ').trim())
        .filter(Boolean),
    ),
  ];
  return {
    line,
    name: cell('name').replace(/\s+/g, ' '),
    parent: cell('parent').replace(/\s+/g, ' '),
    definition: cell('definition'),
    examples: list('examples'),
    includeTerms: list('includeTerms'),
    excludeTerms: list('excludeTerms'),
  };
}

/** A taxonomy as CSV that {@link parseTaxonomy} reads back as it was, and that no spreadsheet runs. */
export function formatTaxonomy(rows: readonly Omit<TaxonomyRow, 'line'>[]): string {
  const guard = (text: string) => (NEEDS_GUARD.test(text) ? `'${text}` : text);
  // One entry that holds a bar ends its line, or it would be read as several.
  const list = (entries: readonly string[]) =>
    entries.length === 1 && entries[0]?.includes('|') ? `${entries[0]}\n` : entries.join('\n');
  return [
    HEADER,
    ...rows.map((row) =>
      [
        row.name,
        row.parent,
        row.definition,
        list(row.examples),
        list(row.includeTerms),
        list(row.excludeTerms),
      ].map(guard),
    ),
  ]
    .map(formatCsvRow)
    .join('');
}
