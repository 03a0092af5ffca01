import { invalid } from '@/lib/core/errors';
import { formatBytes } from '@/lib/core/format';
import { attributeOf, parsePart, parseStream, unescapeText } from '@/lib/ingest/files/workbook-xml';
import { withZipEntries, type ZipEntry } from '@/lib/ingest/files/zip-archive';

// An Excel workbook is a ZIP archive of XML (ECMA-376, part 1, chapter 18). The sheet is read as it is unpacked, row by row;
// only the texts that cells share are held in memory, and have a limit.

/** Bytes of XML of the texts that cells share. A workbook of more is exported as CSV. */
export const MOST_SHARED_BYTES = 128 * 1024 ** 2;

/** What a workbook holds. */
export interface WorkbookFacts {
  /** The sheets one sees, in their order, and the bytes of the upload that each takes. */
  sheets: { name: string; packedBytes: number }[];
}

/** @throws ExpectedError where it is no workbook that can be read. */
export async function readWorkbookFacts(file: string): Promise<WorkbookFacts> {
  return withZipEntries(file, async (entries) => {
    const { sheets } = await readBook(entries);
    if (sheets.length === 0) throw invalid('This workbook has no sheet that one sees.');
    const sizes = new Map(entries.map(({ name, packedBytes }) => [name, packedBytes]));
    return { sheets: sheets.map(({ name, path }) => ({ name, packedBytes: sizes.get(path) ?? 0 })) };
  });
}

/** What is needed to read a sheet's cells. */
export interface Book {
  sheets: { name: string; path: string }[];
  /** Places of cell formats that show a day or a time. */
  dateStyles: ReadonlySet<number>;
  is1904: boolean;
}

/** @throws ExpectedError where a part is missing or damaged. */
export async function readBook(entries: readonly ZipEntry[]): Promise<Book> {
  const targets = new Map<string, string>();
  await parsePart(entries, 'xl/_rels/workbook.xml.rels', ({ local, attributes }) => {
    if (local === 'Relationship')
      targets.set(attributeOf(attributes, 'Id'), attributeOf(attributes, 'Target'));
  });
  const sheets: Book['sheets'] = [];
  let is1904 = false;
  await parsePart(entries, 'xl/workbook.xml', ({ local, attributes }) => {
    if (local === 'workbookPr') is1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904'));
    if (local !== 'sheet' || attributeOf(attributes, 'state').toLowerCase().includes('hidden')) return;
    const target = targets.get(attributeOf(attributes, 'r:id') || attributeOf(attributes, 'id')) ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    sheets.push({ name: attributeOf(attributes, 'name'), path });
  });
  return { sheets, is1904, dateStyles: await readDateStyles(entries) };
}

/** Formats that Excel has of itself and that show days or times. */
const OWN_DATES = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 34, 35, 36, 45, 46, 47, 50, 57,
]);

async function readDateStyles(entries: readonly ZipEntry[]): Promise<Set<number>> {
  const formats = new Map<number, string>();
  const styles = new Set<number>();
  let isInCells = false;
  let style = 0;
  if (!entries.some(({ name }) => name === 'xl/styles.xml')) return styles;
  await parsePart(
    entries,
    'xl/styles.xml',
    ({ local, attributes }) => {
      if (local === 'numFmt') {
        formats.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode'));
      }
      if (local === 'cellXfs') isInCells = true;
      if (local !== 'xf' || !isInCells) return;
      const format = Number(attributeOf(attributes, 'numFmtId'));
      if (OWN_DATES.has(format) || showsDate(formats.get(format))) styles.add(style);
      style++;
    },
    ({ local }) => {
      if (local === 'cellXfs') isInCells = false;
    },
  );
  return styles;
}

/** A format of its own that shows days or times: letters for them outside of quotes and brackets. */
function showsDate(code: string | undefined): boolean {
  return code !== undefined && /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|General/gi, ''));
}

/** The texts that cells share, in their order. */
export async function readSharedStrings(entries: readonly ZipEntry[]): Promise<string[]> {
  const part = entries.find(({ name }) => name === 'xl/sharedStrings.xml');
  if (!part) return [];
  if (part.bytes > MOST_SHARED_BYTES) {
    throw invalid(
      `This workbook holds ${formatBytes(part.bytes)} of text, more than the ${formatBytes(MOST_SHARED_BYTES)} a workbook may have here. Save the sheet as CSV, which has no such limit.`,
    );
  }
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let isPhonetic = false;
  await parseStream(await part.open(), {
    open({ local }) {
      if (local === 'si') text = '';
      if (local === 'rPh') isPhonetic = true;
      isText = local === 't' && !isPhonetic;
    },
    text(chars) {
      if (isText) text += chars;
    },
    close({ local }) {
      if (local === 'rPh') isPhonetic = false;
      if (local === 't') isText = false;
      if (local === 'si') strings.push(unescapeText(text));
    },
  });
  return strings;
}
