import { ExpectedError, invalid } from '@/lib/core/errors';
import { type Book, readBook, readSharedStrings } from '@/lib/ingest/files/workbook';
import { attributeOf, makeParser, unescapeText } from '@/lib/ingest/files/workbook-xml';
import { refuseArchive, withZipEntries, type ZipEntry } from '@/lib/ingest/files/zip-archive';

/** Cells a row may have: Excel's own limit. */
const MOST_COLUMNS = 16_384;

/** A row of a sheet: its number as Excel shows it, and its cells as text; days and times in ISO 8601. */
export interface SheetRow {
  line: number;
  cells: string[];
}

/**
 * The rows of a sheet, in their order; blank rows are left out. Leaving the loop closes the file.
 * @param onBytes told how many bytes of the upload the sheet was read from, as that goes on.
 */
export async function* readSheet(
  file: string,
  sheetName: string | null,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<SheetRow> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const opened = new Promise<{ book: Book; sheet: ZipEntry; shared: string[] }>((resolve, reject) => {
    withZipEntries(file, async (entries) => {
      const book = await readBook(entries);
      const found = book.sheets.find(({ name }) => sheetName === null || name === sheetName);
      const sheet = entries.find(({ name }) => name === found?.path);
      if (!sheet) throw invalid(`The workbook has no sheet "${sheetName ?? ''}" any more. Drop it again.`);
      resolve({ book, sheet, shared: await readSharedStrings(entries) });
      await released;
    }).catch(reject);
  });
  try {
    const { book, sheet, shared } = await opened;
    yield* cutSheet(sheet, { shared, ...book }, onBytes);
  } finally {
    release();
  }
}

type CellContext = Pick<Book, 'dateStyles' | 'is1904'> & { shared: readonly string[] };

async function* cutSheet(
  sheet: ZipEntry,
  context: CellContext,
  onBytes: (bytes: number) => void,
): AsyncGenerator<SheetRow> {
  let ready: SheetRow[] = [];
  let line = 0;
  let cells: string[] = [];
  let cell = { column: 0, type: '', style: -1, text: '' };
  let takesText = false;
  const parser = makeParser({
    open({ local, attributes }) {
      if (local === 'row') {
        line = Number(attributeOf(attributes, 'r')) || line + 1;
        cells = [];
      } else if (local === 'c') {
        const column = columnOf(attributeOf(attributes, 'r')) ?? cells.length;
        cell = {
          column,
          type: attributeOf(attributes, 't'),
          style: Number(attributeOf(attributes, 's') || -1),
          text: '',
        };
      }
      takesText = local === 'v' || local === 't';
    },
    text(chars) {
      if (takesText) cell.text += chars;
    },
    close({ local }) {
      if (local === 'v' || local === 't') takesText = false;
      if (local === 'c' && cell.column < MOST_COLUMNS) {
        while (cells.length < cell.column) cells.push('');
        cells[cell.column] = readCell(cell, context);
      } else if (local === 'row' && cells.some((each) => each !== '')) ready.push({ line, cells });
    },
  });
  const stream = await sheet.open();
  const decoder = new TextDecoder();
  let unpacked = 0;
  try {
    for await (const chunk of stream) {
      unpacked += chunk.length;
      parser.write(decoder.decode(chunk, { stream: true }));
      onBytes(Math.round((sheet.packedBytes * unpacked) / Math.max(1, sheet.bytes)));
      yield* ready;
      ready = [];
    }
    parser.close();
    yield* ready;
  } catch (error) {
    throw error instanceof ExpectedError ? error : refuseArchive(error);
  } finally {
    stream.destroy();
  }
}

function readCell(
  { type, style, text }: { type: string; style: number; text: string },
  { shared, dateStyles, is1904 }: CellContext,
): string {
  if (type === 's') return shared[Number(text)] ?? '';
  if (type === 'str' || type === 'inlineStr') return unescapeText(text);
  if (type === 'b') return text === '1' ? 'true' : 'false';
  if (type === 'e') return '';
  if (type === 'd' || text === '' || !dateStyles.has(style)) return text;
  return formatSerial(Number(text), is1904);
}

const MS_PER_DAY = 86_400_000;
/** The day before Excel's day 1; from 1 March 1900 on, which is after the 29 February it counts by mistake. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** A day, a day with its time, or a time alone, in ISO 8601. */
function formatSerial(serial: number, is1904: boolean): string {
  if (!Number.isFinite(serial)) return '';
  const at = new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(serial * MS_PER_DAY));
  if (Number.isNaN(at.getTime())) return String(serial);
  const iso = at.toISOString();
  if (serial < 1) return iso.slice(11, 19);
  return Number.isInteger(serial) ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}

/** The number of a column from the name of a cell: `C7` is 2. */
function columnOf(name: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(name)?.[0];
  if (!letters) return null;
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
