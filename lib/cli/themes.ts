import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse';
import { assignThemes, compileThemeModel } from '@/lib/nlp/themes/assign';
import { discoverThemes } from '@/lib/nlp/themes/discover';
import type { ThemeModel } from '@/lib/nlp/themes/theme-model';

export const USAGE = 'Usage: voc themes FILE.csv --text COLUMN --out DIR';

/** A sentence of a data row; offsets are UTF-16 code units into the row's text, `end` exclusive. */
type RowSegment = { row: number; start: number; end: number; text: string; language: string | null };

function parseCommand(args: string[]): { file: string; textColumn: string; outFolder: string } {
  const { values, positionals } = parseArgs({
    args,
    options: { text: { type: 'string' }, out: { type: 'string' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1 || !values.text || !values.out) throw new Error(USAGE);
  return { file, textColumn: values.text, outFolder: values.out };
}

/** Cuts one text into sentences, without the white space around them. */
function splitSentences(row: number, text: string, segmenter: Intl.Segmenter): RowSegment[] {
  return Array.from(segmenter.segment(text), ({ segment, index }) => {
    const start = index + (segment.length - segment.trimStart().length);
    const trimmed = segment.trim();
    return { row, start, end: start + trimmed.length, text: trimmed, language: null };
  }).filter(({ text }) => text !== '');
}

async function readTexts(file: string, textColumn: string): Promise<string[]> {
  const source = createReadStream(file);
  const parser = parse({ bom: true, relax_column_count: true, skip_empty_lines: true });
  source.on('error', (error) => parser.destroy(error));
  const texts: string[] = [];
  let column = -1;
  for await (const record of source.pipe(parser) as AsyncIterable<string[]>) {
    if (column >= 0) {
      texts.push(record[column] ?? '');
      continue;
    }
    column = record.indexOf(textColumn);
    if (column < 0)
      throw new Error(`No column "${textColumn}" in ${file}; its columns are: ${record.join(', ')}`);
  }
  if (column < 0) throw new Error(`${file} is empty: a header line with the column names is needed`);
  return texts;
}

/**
 * One field of a CSV file (RFC 4180). A text that a spreadsheet would run as a formula gets a leading apostrophe.
 */
export function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csvFile(header: string[], rows: (string | number)[][]): string {
  return [header, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

function themesCsv(model: ThemeModel, mentions: ReadonlyMap<string, number>): string {
  return csvFile(
    ['themeId', 'name', 'parentId', 'keywords', 'mentions'],
    model.themes.map((theme) => [
      theme.key,
      theme.name,
      '',
      theme.keywords.join(', '),
      mentions.get(theme.key) ?? 0,
    ]),
  );
}

/**
 * `voc themes`: finds the themes of a CSV column and writes `themes.csv` (one line a theme; `mentions` counts the lines
 * of the other file) and `assignments.csv` (row from 0, offsets into the text as given). Progress goes to stderr.
 * @throws Error with one clear line on bad arguments, an unreadable file or an unknown column
 */
export async function run(args: string[]): Promise<void> {
  const { file, textColumn, outFolder } = parseCommand(args);
  const texts = await readTexts(file, textColumn);
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const segments = texts.flatMap((text, row) => splitSentences(row, text, segmenter));
  console.error(`${texts.length} rows, ${segments.length} sentences`);
  const model = discoverThemes(
    segments.map(({ row, start, text, language }) => ({ id: `${row}:${start}`, text, language })),
  );
  console.error(`${model.themes.length} themes`);
  const mentions = new Map<string, number>();
  const rows = assignThemes(compileThemeModel(model), segments).flatMap(
    ({ segmentIndex, themeKey, confidence }) => {
      const segment = segments[segmentIndex];
      if (!segment) return [];
      mentions.set(themeKey, (mentions.get(themeKey) ?? 0) + 1);
      return [[segment.row, segment.start, segment.end, themeKey, Number(confidence.toFixed(3))]];
    },
  );
  await mkdir(outFolder, { recursive: true });
  await writeFile(join(outFolder, 'themes.csv'), themesCsv(model, mentions));
  await writeFile(
    join(outFolder, 'assignments.csv'),
    csvFile(['row', 'start', 'end', 'themeId', 'confidence'], rows),
  );
  console.error(`${rows.length} assignments in ${outFolder}`);
}
