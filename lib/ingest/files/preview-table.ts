import { stat } from 'node:fs/promises';
import { invalid } from '@/lib/core/errors';
import { decodeHead } from '@/lib/ingest/csv/decode';
import { describeRows } from '@/lib/ingest/csv/dialect';
import { type EncodingGuess, scanEncoding } from '@/lib/ingest/csv/encoding';
import type { Dialect } from '@/lib/ingest/csv/file-format';
import { countLeadingRows, nameColumns } from '@/lib/ingest/csv/header';
import { type CsvPreview, previewCsv } from '@/lib/ingest/csv/preview';
import { flattenRecord } from '@/lib/ingest/files/flatten-record';
import { findJsonLayout } from '@/lib/ingest/files/json-layout';
import { compileCells, cutJsonHead, OTHER_FIELDS } from '@/lib/ingest/files/json-rows';
import { type Layout, plainCsv } from '@/lib/ingest/files/layout';
import { looksLikeMail } from '@/lib/ingest/files/mail-cutter';
import { MAIL_HEADER, readMailRows } from '@/lib/ingest/files/mail-rows';
import { type Content, openContent } from '@/lib/ingest/files/open-content';
import { recognisePacking, refuseOthers } from '@/lib/ingest/files/recognise-file';
import { readSheet } from '@/lib/ingest/files/sheet-rows';
import { readWorkbookFacts } from '@/lib/ingest/files/workbook';
import type { FileFormat } from '@/lib/ingest/schema';

/** What the beginning of a file shows, whatever it is: enough to guess the mapping and to draw the first rows. */
export interface TablePreview extends CsvPreview {
  layout: Layout;
  /** Where the file holds more than is read, what is read of it. */
  note: string | null;
  /** Data rows, counted where all were seen, else scaled up. */
  rowCount: { count: number; isExact: boolean };
}

const HEAD_BYTES = 1024 * 1024;
/** A head in which not even one row ends is read again up to here. */
const LONG_HEAD_BYTES = 16 * 1024 * 1024;
/** Rows read of a file that is not read by its beginning. */
const PREVIEW_ROWS = 1000;
/** Columns a file may have. */
const MOST_COLUMNS = 5000;

const asRead: Dialect = {
  delimiter: ',',
  quote: '"',
  recordDelimiter: '\n',
  hasSepLine: false,
  hasHeader: true,
  subHeaderRows: 0,
};
const noEncoding: EncodingGuess = {
  encoding: 'utf-8',
  confidence: 'certain',
  why: 'this kind of file says so itself',
};

/**
 * Finds out what an uploaded file is, by its content and never by its name, and reads its beginning.
 * @param chosen how the file is written, where a person has said so
 * @throws ExpectedError for what cannot be read.
 */
export async function previewTable(file: string, chosen: FileFormat | null): Promise<TablePreview> {
  const start = await readHead(openContent(file, { kind: 'none' }), 8192);
  const { packing, isWorkbook } = await recognisePacking(file, start.head);
  const preview = isWorkbook
    ? await previewWorkbook(file, chosen)
    : await previewText(file, { ...plainCsv, packing }, chosen);
  if (preview.header.length > MOST_COLUMNS) {
    throw invalid(`This file has ${preview.header.length} columns; at most ${MOST_COLUMNS} can be read.`);
  }
  return preview;
}

async function previewText(file: string, layout: Layout, chosen: FileFormat | null): Promise<TablePreview> {
  const content = openContent(file, layout.packing);
  const first = await readHead(content, HEAD_BYTES);
  refuseNested(first.head);
  refuseOthers(first.head);
  const encoding: EncodingGuess = chosen
    ? { encoding: chosen.encoding, confidence: 'certain', why: 'you chose it' }
    : await scanEncoding(content);
  const { size: whole } = await stat(file);
  for (const maxBytes of [HEAD_BYTES, LONG_HEAD_BYTES]) {
    const { head, isWholeFile, share } = await readHead(content, maxBytes, whole);
    const text = decodeHead(head, encoding.encoding);
    const preview: Omit<TablePreview, 'rowCount'> & Partial<TablePreview> = (await previewOther(
      content,
      text,
      {
        isWholeFile,
        layout,
        whole,
      },
    )) ?? {
      ...previewAsCsv(head, isWholeFile, encoding, chosen),
      layout,
      note: null,
    };
    const seen = preview.rows.length + preview.unreadable;
    const count = isWholeFile ? seen : Math.round(seen / Math.max(share, 1e-9));
    if (seen > 0 || isWholeFile) {
      return { rowCount: { count, isExact: isWholeFile }, ...preview, encoding };
    }
  }
  throw invalid('The first row of this file does not end within 16 MB. Is a quotation mark left open?');
}

/** JSON and mail; null for what is neither. */
async function previewOther(
  content: Content,
  text: string,
  { isWholeFile, layout, whole }: { isWholeFile: boolean; layout: Layout; whole: number },
): Promise<(Omit<TablePreview, 'rowCount'> & Partial<TablePreview>) | null> {
  const base = { encoding: noEncoding, dialect: asRead, note: null };
  const json = findJsonLayout(text, isWholeFile);
  if (json) {
    const cut = [...cutJsonHead(text, isWholeFile, json)];
    const records = cut.flatMap((each) => ('value' in each ? [each.value] : []));
    const unreadable = cut.length - records.length;
    const names = new Set(records.flatMap((record) => [...flattenRecord(record).keys()]));
    const header = isWholeFile ? [...names] : [...names, OTHER_FIELDS];
    const toCells = compileCells(header);
    return { ...base, layout: { ...layout, ...json }, header, rows: records.map(toCells), unreadable };
  }
  if (!looksLikeMail(text)) return null;
  const rows: string[][] = [];
  let unreadable = 0;
  for await (const row of readMailRows(content)) {
    if ('error' in row) unreadable++;
    else rows.push(row.record);
    if (rows.length >= PREVIEW_ROWS) break;
  }
  const isExact = rows.length < PREVIEW_ROWS;
  const seen = rows.length + unreadable;
  const count = isExact ? seen : Math.round((seen * whole) / Math.max(1, content.bytes));
  return {
    ...base,
    layout: { ...layout, kind: 'mail' },
    header: MAIL_HEADER,
    ...{ rows, unreadable },
    rowCount: { count, isExact },
  };
}

function previewAsCsv(
  head: Uint8Array,
  isWholeFile: boolean,
  encoding: EncodingGuess,
  chosen: FileFormat | null,
): CsvPreview {
  const found = previewCsv(head, { isWholeFile, chosen: { encoding } });
  if (!chosen) return found;
  const { delimiter, hasHeader } = chosen;
  const subHeaderRows = hasHeader ? found.dialect.subHeaderRows : 0;
  const titleRows = hasHeader ? found.dialect.titleRows : 0;
  const dialect = { ...found.dialect, delimiter, hasHeader, titleRows, subHeaderRows };
  return previewCsv(head, { isWholeFile, chosen: { encoding, dialect } });
}

async function previewWorkbook(file: string, chosen: FileFormat | null): Promise<TablePreview> {
  const { sheets } = await readWorkbookFacts(file);
  let bytes = 0;
  for (const { name: sheet, packedBytes } of sheets) {
    const records: string[][] = [];
    let isExact = true;
    for await (const { cells } of readSheet(file, sheet, (read) => {
      bytes = read;
    })) {
      records.push(cells);
      isExact = records.length <= PREVIEW_ROWS;
      if (!isExact) break;
    }
    if (records.length === 0) continue;
    const width = Math.max(...records.map(({ length }) => length));
    const found = describeRows(records.map((cells) => padTo(cells, width)));
    const dialect = {
      ...asRead,
      ...found,
      ...(chosen?.hasHeader === false ? { hasHeader: false, titleRows: 0, subHeaderRows: 0 } : {}),
      ...(chosen?.hasHeader === true ? { hasHeader: true } : {}),
    };
    const leading = countLeadingRows(dialect);
    const names = records.slice(0, leading).map((cells) => padTo(cells, width));
    const header = nameColumns(names, dialect, width);
    const rows = records.slice(leading).map((cells) => padTo(cells, header.length));
    const share = bytes / Math.max(1, packedBytes);
    return {
      encoding: noEncoding,
      dialect,
      layout: { ...plainCsv, kind: 'xlsx', sheet },
      header,
      ...{ rows, unreadable: 0 },
      note:
        sheets.length > 1
          ? `The sheet “${sheet}” is read, the first of ${sheets.length} that holds anything.`
          : null,
      rowCount: { count: isExact ? rows.length : Math.round(rows.length / Math.max(share, 1e-9)), isExact },
    };
  }
  throw invalid('The sheets of this workbook are empty.');
}

const padTo = (cells: readonly string[], width: number): string[] =>
  Array.from({ length: width }, (_, column) => cells[column] ?? '');

/** @throws ExpectedError where an archive holds another: it is not unpacked twice. */
function refuseNested(head: Uint8Array): void {
  const start = Buffer.from(head.subarray(0, 4)).toString('hex');
  if (start === '504b0304' || start.startsWith('1f8b')) {
    throw invalid('This archive holds another archive or a workbook. Unpack it and drop what is within.');
  }
}

/** The first bytes of a content, whether that is all, and which share of `whole` packed bytes they are. */
async function readHead(content: Content, maxBytes: number, whole = 0) {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let isWholeFile = true;
  for await (const chunk of content) {
    if (length >= maxBytes) {
      isWholeFile = false;
      break;
    }
    chunks.push(chunk);
    length += chunk.length;
  }
  return {
    head: Buffer.concat(chunks),
    isWholeFile,
    share: isWholeFile ? 1 : content.bytes / Math.max(1, whole),
  };
}
