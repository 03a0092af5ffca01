import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runVoc } from './testing/run-voc';

const PROCESS_TIMEOUT_MS = 60_000;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voc-annotate-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function writeCsv(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const parseLines = (jsonl: string) =>
  jsonl
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('voc annotate', { timeout: PROCESS_TIMEOUT_MS }, () => {
  it('writes a line a row in input order, with offsets into the input text', async () => {
    const text = 'Mail 📱 bob@example.org, it is "broken".\nBut I love the design!';
    const file = await writeCsv(
      'good.csv',
      `\ufeffid,Text\r\n1,"${text.replaceAll('"', '""')}"\r\n2,\r\n\r\n3,Très bon accueil du personnel\r\n`,
    );
    const { exitCode, stdout, stderr } = await runVoc(['annotate', file, '--text', 'Text']);
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/^Annotated 3 rows in [\d.]+ s \([\d,]+ rows\/s\)\n$/);
    const [first, empty, french] = parseLines(stdout);
    expect(Object.keys(first)).toEqual([
      'row',
      'language',
      'sentiment',
      'segments',
      'redactions',
      'redactedText',
    ]);
    expect(first.redactedText).toBe('Mail 📱 [email], it is "broken".\nBut I love the design!');
    expect(first.redactions).toEqual([{ start: 8, end: 23, type: 'email' }]);
    expect(first.segments.map((s: { start: number; end: number }) => text.slice(s.start, s.end))).toEqual(
      text.split('\n'),
    );
    expect(first.segments.map((s: { label: string }) => s.label)).toEqual(['negative', 'positive']);
    expect(empty).toMatchObject({
      row: 1,
      language: null,
      sentiment: { label: 'neutral', score: 0 },
      segments: [],
    });
    expect(french).toMatchObject({ row: 2, language: 'fr', sentiment: { label: 'positive' } });
  });

  it('reads the standard input and writes a file', async () => {
    const out = join(folder, 'out.jsonl');
    const { exitCode, stdout } = await runVoc(['annotate', '-', '--text', 'text', '--out', out], {
      stdin: 'text\nSlow\n\nGreat\n',
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
    const lines = parseLines(await readFile(out, 'utf8'));
    expect(lines.map((line) => [line.row, line.sentiment.label])).toEqual([
      [0, 'negative'],
      [1, 'positive'],
    ]);
  });

  it('stops quietly when its reader does', async () => {
    const stdin = `text\n${'It is slow but I like it.\n'.repeat(20_000)}`;
    const { exitCode, stderr } = await runVoc(['annotate', '-', '--text', 'text'], {
      stdin,
      closeStdoutEarly: true,
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });

  it.each<[string, string[], number, string]>([
    [
      'an absent file',
      ['annotate', 'absent.csv', '--text', 'a'],
      1,
      'voc: Cannot read absent.csv: no such file or folder\n',
    ],
    ['a folder', ['annotate', 'lib', '--text', 'a'], 1, 'voc: Cannot read lib: it is a folder\n'],
    [
      'an absent column',
      ['annotate', '-', '--text', 'nope'],
      1,
      'voc: No column "nope"; the columns are: id, text\n',
    ],
    [
      'a file that cannot be written',
      ['annotate', '-', '--text', 'text', '--out', 'absent/x'],
      1,
      'voc: Cannot write absent/x: no such file or folder\n',
    ],
    [
      'no file',
      ['annotate', '--text', 'a'],
      2,
      'voc: Name exactly one CSV file (usage: annotate FILE.csv --text COLUMN [--out FILE.jsonl])\n',
    ],
    ['an absent command', ['anotate'], 2, 'voc: No command "anotate"; there are: annotate, themes, rank\n'],
  ])('answers %s with one clear line', async (_what, args, exitCode, stderr) => {
    expect(await runVoc(args, { stdin: 'id,text\n1,Hello\n' })).toEqual({ exitCode, stdout: '', stderr });
  });

  it('refuses an unknown option and an empty file, and reads an unclosed quote as written', async () => {
    const unknown = await runVoc(['annotate', 'x.csv', '--bogus']);
    expect(unknown).toMatchObject({ exitCode: 2, stdout: '' });
    expect(unknown.stderr).toMatch(/^voc: Unknown option '--bogus'.*\n$/);
    const unclosed = await runVoc(['annotate', '-', '--text', 'text'], { stdin: 'text\n"never closed\n' });
    expect(unclosed.exitCode).toBe(0);
    expect(parseLines(unclosed.stdout)).toMatchObject([{ row: 0, redactedText: '"never closed' }]);
    const empty = await runVoc(['annotate', '-', '--text', 'text']);
    expect(empty.stderr).toBe('voc: The standard input is empty: the first line must name the columns\n');
  });

  it('tells how it is used', async () => {
    expect((await runVoc(['annotate', '--help'])).stdout).toContain('--text COLUMN');
    expect((await runVoc(['--help'])).stdout).toContain('Commands: annotate');
  });
});
