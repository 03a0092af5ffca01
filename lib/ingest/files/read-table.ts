import type { Dialect, Encoding } from '@/lib/ingest/csv/file-format';
import { countLeadingRows } from '@/lib/ingest/csv/header';
import { type ReadRow, readRows, type UnreadableRow } from '@/lib/ingest/csv/rows';
import { readJsonRows } from '@/lib/ingest/files/json-rows';
import type { Layout } from '@/lib/ingest/files/layout';
import { readMailRows } from '@/lib/ingest/files/mail-rows';
import { openContent } from '@/lib/ingest/files/open-content';
import { readSheet } from '@/lib/ingest/files/sheet-rows';

/** How a file is read: known once it was looked at. */
export interface TableFormat {
  encoding: Encoding;
  dialect: Dialect;
  layout: Layout;
}

/** The data rows of an uploaded file, whatever it is, as they are asked for. */
export interface Table extends AsyncIterable<ReadRow | UnreadableRow> {
  /** How many bytes of the upload the rows so far were read from. */
  readonly bytes: number;
}

/**
 * Opens an uploaded file as a table. Bad rows are given with their error and stop nothing; memory does not grow with the
 * file; the rows are the same, with the same numbers, each time it is read.
 */
export function openTable(
  file: string,
  { encoding, dialect, layout }: TableFormat,
  header: readonly string[],
): Table {
  const content = openContent(file, layout.packing);
  const progress = { bytes: 0 };
  const rows = () => {
    switch (layout.kind) {
      case 'csv':
        return readRows(content, { encoding, dialect });
      case 'json':
      case 'jsonl':
        return readJsonRows(content, { encoding, layout, header });
      case 'mail':
        return readMailRows(content);
      case 'xlsx':
        return readSheetRows(file, { dialect, layout, header, progress });
    }
  };
  return {
    get bytes() {
      return layout.kind === 'xlsx' ? progress.bytes : content.bytes;
    },
    [Symbol.asyncIterator]: () => rows(),
  };
}

async function* readSheetRows(
  file: string,
  {
    dialect,
    layout,
    header,
    progress,
  }: { dialect: Dialect; layout: Layout; header: readonly string[]; progress: { bytes: number } },
): AsyncGenerator<ReadRow | UnreadableRow> {
  const leadingRows = countLeadingRows(dialect);
  const width = header.length;
  let seen = 0;
  const sheet = readSheet(file, layout.sheet, (bytes) => {
    progress.bytes = bytes;
  });
  for await (const { line, cells } of sheet) {
    const index = seen++ - leadingRows;
    if (index < 0) continue;
    const surplus = cells.slice(width).filter((cell) => cell !== '').length;
    if (surplus > 0) {
      const error = `the row has ${surplus} more values than there are column names`;
      yield { line, index, record: cells, error };
      continue;
    }
    yield { line, index, record: header.map((_, column) => cells[column] ?? '') };
  }
}
