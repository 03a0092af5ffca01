import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFile, hasDataSets, readColumn } from '@/lib/core/testing/data-sets';
import { runVoc } from './testing/run-voc';

const PROCESS_TIMEOUT_MS = 60_000;
/** As many as it takes to come by personal data. */
const LINES = 1_600;

/** Files, where the same texts are found as UTF-8, and what personal data but names their first lines hold. */
const FILES = [
  {
    name: 'nps_botanic_fr/nps_original_cp1252.csv',
    column: 'explication',
    utf8: 'nps_botanic_fr/nps.csv',
    blank: 'NA',
    redacted: ['email', 'email'],
  },
  {
    name: 'nhs_patient_feedback/phase1_single_label.csv',
    column: 'feedback',
    utf8: 'nhs_patient_feedback/phase1_single_label.csv',
    blank: '',
    redacted: [],
  },
];

interface Span {
  start: number;
  end: number;
}

interface AnnotatedRow {
  row: number;
  segments: Span[];
  redactions: (Span & { type: string })[];
  redactedText: string;
}

/** Cuts a file near its first lines, bytes as they are, and gives the texts that are left, read by other means. */
async function cutFile({ name, column, utf8, blank }: (typeof FILES)[number], to: string): Promise<string[]> {
  const lines = (await readFile(dataFile(name), 'latin1')).split('\n');
  let head = lines.slice(0, LINES);
  while (endsInQuotes(head)) head = lines.slice(0, head.length + 1);
  await writeFile(to, head.join('\n'), 'latin1');
  const rows = parse(head.join('\n')).length - 1;
  return readColumn(utf8, column)
    .slice(0, rows)
    .map((text) => text || blank);
}

const endsInQuotes = (lines: string[]): boolean => lines.join('').split('"').length % 2 === 0;

/** Bytes windows-1252 leaves undefined: kept as controls here, replaced in the file that is compared with. */
const maskUndefined = (text: string): string => text.replace(/[\u0081\u008d\u008f\u0090\u009d]/g, '\ufffd');

const sliceOf = (text: string | undefined, { start, end }: Span): string => text?.slice(start, end) ?? '';

const isWholeStatement = (statement: string): boolean => statement !== '' && statement === statement.trim();

/** The text with each redaction put where it says it belongs. */
function applyRedactions(text: string, redactions: AnnotatedRow['redactions']): string {
  let redacted = '';
  let at = 0;
  for (const { start, end, type } of redactions) {
    redacted += `${text.slice(at, start)}[${type}]`;
    at = end;
  }
  return redacted + text.slice(at);
}

describe.runIf(hasDataSets('the terminal on real files'))('the terminal on real files', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'voc-real-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  describe.each(FILES)('$name', (source) => {
    let file: string;
    let texts: string[];

    beforeAll(async () => {
      file = join(folder, `${source.column}.csv`);
      texts = await cutFile(source, file);
      expect(texts.length).toBeGreaterThan(LINES / 2);
    });

    it('is annotated row by row', { timeout: PROCESS_TIMEOUT_MS }, async () => {
      const { exitCode, stdout, stderr } = await runVoc(['annotate', file, '--text', source.column]);
      expect(stderr).not.toContain('voc:');
      expect(exitCode).toBe(0);
      const rows: AnnotatedRow[] = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(rows.map(({ row }) => row)).toEqual(texts.map((_, index) => index));
      const statements = rows.flatMap(({ row, segments }) =>
        segments.map((segment) => sliceOf(texts[row], segment)),
      );
      expect(statements.length).toBeGreaterThan(LINES / 4);
      expect(statements.filter((statement) => !isWholeStatement(statement))).toEqual([]);
      const unnamed = rows.flatMap(({ row, redactions }) =>
        redactions.filter(({ type }) => type !== 'name').map((redaction) => ({ row, ...redaction })),
      );
      expect(unnamed.map(({ type }) => type)).toEqual(source.redacted);
      for (const redaction of unnamed) {
        expect(sliceOf(texts[redaction.row], redaction)).toMatch(/^\S+@\S+\w$/);
      }
      expect(rows.map(({ redactedText }) => maskUndefined(redactedText))).toEqual(
        rows.map(({ row, redactions }) => maskUndefined(applyRedactions(texts[row] ?? '', redactions))),
      );
    });

    it('has themes that rest on its text', { timeout: PROCESS_TIMEOUT_MS }, async () => {
      const out = join(folder, `${source.column}-themes`);
      const { exitCode, stderr } = await runVoc(['themes', file, '--text', source.column, '--out', out]);
      expect(stderr).not.toContain('voc:');
      expect(exitCode).toBe(0);
      const readTable = async (name: string): Promise<Record<string, string>[]> =>
        parse(await readFile(join(out, name)), { columns: true });
      const themes = await readTable('themes.csv');
      const assignments = await readTable('assignments.csv');
      expect(themes.length).toBeGreaterThan(5);
      // A span has the narrowest theme, so a theme may hold spans through its sub-themes alone.
      const used = new Set(assignments.map(({ themeId }) => themeId));
      const parents = new Set(themes.map(({ parentId }) => parentId));
      expect([...used].filter((id) => !themes.some(({ themeId }) => themeId === id))).toEqual([]);
      expect(themes.filter(({ themeId }) => !used.has(themeId) && !parents.has(themeId))).toEqual([]);
      const statements = assignments.map(({ row, start, end }) =>
        sliceOf(texts[Number(row)], { start: Number(start), end: Number(end) }),
      );
      expect(statements.filter((statement) => !isWholeStatement(statement))).toEqual([]);
      for (const { row, end } of assignments) {
        expect(Number(end)).toBeLessThanOrEqual(texts[Number(row)]?.length ?? 0);
      }
    });
  });
});
