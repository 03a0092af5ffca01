import { parseArgs } from 'node:util';
import { formatCsvRow } from '@/lib/core/csv';
import type { Subtheme, Theme } from '@/lib/nlp/themes/theme-model';
import { UsageError } from './command-error';
import { getColumnIndex, openCsv } from './csv-rows';
import { findTextThemes, type TextTheme } from './find-text-themes';
import { makeFolder, writeFolder } from './output';
import { startProgress } from './progress';
import { startRowReport } from './row-report';

export const usage = 'themes FILE.csv --text COLUMN --out DIR';

export const help = `Usage: npm run -s voc -- ${usage}

Finds what the texts of a column speak about and writes three files:
  themes.csv       themeId, name, parentId (of a sub-theme), keywords, mentions (lines of the next file that name the
                   theme or one of its sub-themes)
  assignments.csv  row (0-based), start, end (UTF-16 code units into the input text), themeId (the narrowest that is
                   likely enough), confidence
  opinions.csv     row, start, end, themeId as above, and sentiment: what is said of the theme there

A row that cannot be read counts as an empty text, so that the numbers of the others hold; then one line on stderr
counts such rows and names the first, and the exit code is 1.

  --text COLUMN   the column that holds the text
  --out DIR       the folder to write to`;

/** Runs `themes` with the words after its name. Throws UsageError and InputError. */
export async function run(args: string[]): Promise<void> {
  const { file, textColumn, outFolder } = parseArguments(args);
  const table = await openCsv(file);
  const column = getColumnIndex(table.columns, textColumn);
  const texts: string[] = [];
  const report = startRowReport();
  for await (const record of table.rows) {
    report.note(record);
    texts.push(record.cells[column] ?? '');
  }
  await makeFolder(outFolder);
  const progress = startProgress('Read');
  const { model, found, spans } = await findTextThemes(texts, progress.tick);
  progress.finish();
  const mentions = new Map<string, number>();
  const count = (key: string | null) => {
    if (key !== null) mentions.set(key, (mentions.get(key) ?? 0) + 1);
  };
  for (const { themeKey, subthemeKey } of found) {
    count(themeKey);
    count(subthemeKey);
  }
  const isMentioned = ({ key }: Theme) => mentions.has(key);
  // A small one may be likely enough for no statement.
  const shown = {
    themes: model.themes.filter(isMentioned),
    subthemes: (model.subthemes ?? []).filter(isMentioned),
  };
  await writeFolder(outFolder, {
    'themes.csv': themesCsv(shown, mentions),
    'assignments.csv': foundCsv(found, 'confidence', ({ confidence }) => Number(confidence.toFixed(3))),
    'opinions.csv': foundCsv(found, 'sentiment', ({ sentiment }) => sentiment.label),
  });
  process.stderr.write(
    `${shown.themes.length} themes and ${shown.subthemes.length} sub-themes, ${found.length} assignments in ${outFolder}; ` +
      `${spans.withTheme} of ${spans.withContent} sentences with content have a theme\n`,
  );
  report.finish();
}

function parseArguments(args: string[]): { file: string; textColumn: string; outFolder: string } {
  const { values, positionals } = parseArgs({
    args,
    options: { text: { type: 'string' }, out: { type: 'string' } },
    allowPositionals: true,
  });
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError('Name exactly one CSV file');
  if (!values.text) throw new UsageError('Name the text column with --text COLUMN');
  if (!values.out) throw new UsageError('Name the folder to write to with --out DIR');
  return { file, textColumn: values.text, outFolder: values.out };
}

/** A line for each theme found in a span: where, which, and one thing about it. */
function foundCsv(
  found: readonly TextTheme[],
  column: string,
  cellOf: (theme: TextTheme) => string | number,
): string {
  const rows = found.map((theme) => {
    const { text, input, themeKey, subthemeKey } = theme;
    return formatCsvRow([text, input.start, input.end, subthemeKey ?? themeKey, cellOf(theme)]);
  });
  return [formatCsvRow(['row', 'start', 'end', 'themeId', column]), ...rows].join('');
}

/** Each theme with its sub-themes behind it. */
function themesCsv(
  { themes, subthemes }: { themes: readonly Theme[]; subthemes: readonly Subtheme[] },
  mentions: ReadonlyMap<string, number>,
): string {
  const rowOf = ({ key, name, keywords }: Theme, parentKey: string) =>
    formatCsvRow([key, name, parentKey, keywords.join(', '), mentions.get(key) ?? 0]);
  const rows = themes.flatMap((theme) => [
    rowOf(theme, ''),
    ...subthemes.filter(({ parentKey }) => parentKey === theme.key).map((sub) => rowOf(sub, theme.key)),
  ]);
  return [formatCsvRow(['themeId', 'name', 'parentId', 'keywords', 'mentions']), ...rows].join('');
}
