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

async function writeCsv(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const UNREADABLE = {
  row: 0,
  language: null,
  sentiment: { label: 'neutral', score: 0 },
  segments: [],
  redactions: [],
  redactedText: '',
};

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
    expect(exitCode).toBe(0);
    expect(stderr).not.toContain('voc:');
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
      'voc: Name exactly one CSV file (usage: annotate FILE.csv --text COLUMN [--fast] [--out FILE.jsonl])\n',
    ],
    ['an absent command', ['anotate'], 2, 'voc: No command "anotate"; there are: annotate, themes, rank\n'],
  ])('answers %s with one clear line', async (_what, args, exitCode, stderr) => {
    expect(await runVoc(args, { stdin: 'id,text\n1,Hello\n' })).toEqual({ exitCode, stdout: '', stderr });
  });

  it.each<[string, string, unknown[], string]>([
    [
      'a row of too many cells',
      'id,text\n1,The export, is broken\n2,Great\n',
      [UNREADABLE, { row: 1, redactedText: 'Great' }],
      '1 row could not be read: line 2, the row has 3 values for 2 columns; a value with the delimiter in it needs quotes',
    ],
    [
      'an unclosed quote in a file of two columns',
      'id,text\n1,"never closed\n2,Great\n',
      [UNREADABLE, { row: 1, redactedText: 'Great' }],
      '1 row could not be read: line 2, a quote opens on this line and is not closed by the end of the file or within 1,048,576 characters',
    ],
    [
      'an unclosed quote in a file of one column',
      'text\n"never closed\n',
      [UNREADABLE],
      '1 row could not be read: line 2, a quote opens on this line and is not closed by the end of the file or within 1,048,576 characters',
    ],
    [
      'several bad rows',
      'id,text\n1,Great\n\n2,a,b\n3,c,d\n',
      [
        { row: 0, redactedText: 'Great' },
        { ...UNREADABLE, row: 1 },
        { ...UNREADABLE, row: 2 },
      ],
      '2 rows could not be read; the first: line 4, the row has 3 values for 2 columns; a value with the delimiter in it needs quotes',
    ],
  ])('goes on past %s, keeps its number, and says so', async (_what, stdin, lines, complaint) => {
    const { exitCode, stdout, stderr } = await runVoc(['annotate', '-', '--text', 'text'], { stdin });
    expect(parseLines(stdout)).toMatchObject(lines);
    const read = lines.filter((line) => !Object.hasOwn(line as object, 'language')).length;
    const [progress, ...complaints] = stderr.split('\n');
    expect(progress).toMatch(new RegExp(`^Annotated ${read} rows? in `));
    expect(complaints).toEqual([`voc: ${complaint}`, '']);
    expect(exitCode).toBe(1);
  });

  it('says which rows hold damaged characters, and uses them', async () => {
    const file = await writeCsv(
      'damaged.csv',
      Buffer.concat([
        Buffer.from('id,text\n1,Très bon\n2,Tr'),
        Buffer.from([0xc3]),
        Buffer.from('s bon\n3,Très déçu\n'),
      ]),
    );
    const { exitCode, stdout, stderr } = await runVoc(['annotate', file, '--text', 'text']);
    expect(exitCode).toBe(0);
    expect(parseLines(stdout).map(({ redactedText }) => redactedText)).toEqual([
      'Très bon',
      'Tr\ufffds bon',
      'Très déçu',
    ]);
    expect(stderr.split('\n')[1]).toBe(
      'voc: 1 row damaged: line 3 holds characters that could not be read (shown as \ufffd)',
    );
  });

  it('names a binary file instead of printing it', async () => {
    const file = await writeCsv('archive.csv', Buffer.from('504b030414000600', 'hex'));
    expect(await runVoc(['annotate', file, '--text', 'text'])).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `voc: ${file} is an Excel workbook or another ZIP archive, not a CSV file: export it as CSV first\n`,
    });
  });

  it('refuses an unknown option and an empty file', async () => {
    const unknown = await runVoc(['annotate', 'x.csv', '--bogus']);
    expect(unknown).toMatchObject({ exitCode: 2, stdout: '' });
    expect(unknown.stderr).toMatch(/^voc: Unknown option '--bogus'.*\n$/);
    const empty = await runVoc(['annotate', '-', '--text', 'text']);
    expect(empty.stderr).toBe('voc: The standard input is empty: the first line must name the columns\n');
  });

  it('tells how it is used', async () => {
    expect((await runVoc(['annotate', '--help'])).stdout).toContain('--text COLUMN');
    expect((await runVoc(['--help'])).stdout).toContain('Commands: annotate');
  });
});
