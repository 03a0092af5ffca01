import { strToU8, zipSync } from 'fflate';

/** A value of a cell; null leaves it empty. A date counts as its UTC day. */
export type XlsxCell = string | number | boolean | Date | null;

export interface XlsxSheet {
  /** At most 31 characters, none of []:*?/\. */
  name: string;
  /** The first row is the header: bold, in sight while scrolling, with a filter. */
  rows: readonly (readonly XlsxCell[])[];
  /** Widths of columns in characters; 12 where not given. */
  widths?: readonly number[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Excel takes no more in a cell. */
const MOST_CHARACTERS = 32_767;
const DEFAULT_WIDTH = 12;
const MS_PER_DAY = 86_400_000;
/** Day 25,569 of Excel's count is 1970-01-01. */
const EPOCH_DAY = 25_569;
/** Zip has no time zone; a fixed time makes the same rows the same bytes. */
const ZIP_TIME = new Date('2020-01-01T00:00:00');

/** Places in the list of cell styles below. */
const STYLE = { plain: 0, head: 1, text: 2, day: 3 };

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf quotePrefix="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/**
 * An Excel workbook (Office Open XML, ECMA-376). Text is stored as text, never as a formula, and what begins like one is marked
 * as quoted, so that it does not become one when somebody edits the cell.
 */
export function formatXlsx(sheets: readonly XlsxSheet[]): Uint8Array {
  const each = (write: (sheet: XlsxSheet, number: number) => string) =>
    sheets.map((sheet, index) => write(sheet, index + 1)).join('');
  const files: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/>${each((_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${CONTENT}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each(({ name }, n) => `<sheet name="${escapeXml(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}">${each((_, n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
  };
  sheets.forEach((sheet, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] = formatSheet(sheet);
  });
  const bytes = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(bytes), { mtime: ZIP_TIME });
}

function formatSheet({ rows, widths = [] }: XlsxSheet): string {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const cols = Array.from(
    { length: columns },
    (_, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${widths[index] ?? DEFAULT_WIDTH}" customWidth="1"/>`,
  );
  const cells = rows.map((row, index) => {
    const place = index + 1;
    const written = row.map((cell, column) =>
      formatCell(cell, `${columnName(column)}${place}`, index === 0 ? STYLE.head : null),
    );
    return `<row r="${place}">${written.join('')}</row>`;
  });
  const filter = rows.length > 1 ? `<autoFilter ref="A1:${columnName(columns - 1)}${rows.length}"/>` : '';
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>${cells.join('')}</sheetData>${filter}</worksheet>`;
}

function formatCell(cell: XlsxCell, place: string, style: number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    return Number.isFinite(cell) ? `<c r="${place}" s="${style ?? STYLE.plain}"><v>${cell}</v></c>` : '';
  }
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (cell instanceof Date) {
    return `<c r="${place}" s="${style ?? STYLE.day}"><v>${Math.floor(cell.getTime() / MS_PER_DAY) + EPOCH_DAY}</v></c>`;
  }
  const text = escapeXml(cell.slice(0, MOST_CHARACTERS));
  return `<c r="${place}" t="inlineStr" s="${style ?? STYLE.text}"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** 0 is A, 25 is Z, 26 is AA. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/**
 * Text inside XML. Characters that XML 1.0 does not know are dropped; what looks like Excel's own escape for such a character
 * (_x0041_) is kept from being read as one.
 */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}
