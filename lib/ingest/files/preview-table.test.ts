import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { FileKind } from '@/lib/ingest/files/layout';
import { previewTable } from '@/lib/ingest/files/preview-table';
import { openTable } from '@/lib/ingest/files/read-table';
import { makeWorkbook } from '@/lib/ingest/testing/make-workbook';

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'files-'));
afterAll(() => fs.rmSync(directory, { recursive: true }));

let files = 0;
function store(content: Uint8Array | string): string {
  const file = path.join(directory, String(files++));
  fs.writeFileSync(file, content);
  return file;
}

const preview = (content: Uint8Array | string) => previewTable(store(content), null);

/** All rows, with what cannot be read of them, by line. */
async function readAll(content: Uint8Array | string) {
  const file = store(content);
  const found = await previewTable(file, null);
  const format = { ...found, encoding: found.encoding.encoding };
  const table = openTable(file, format, found.header);
  const rows: [number, unknown][] = [];
  for await (const row of table) rows.push([row.line, 'error' in row ? row.error : row.record]);
  expect(table.bytes).toBeLessThanOrEqual(fs.statSync(file).size);
  return { header: found.header, rows };
}

const csv = 'text,score\nGood,9\nBad,2\n';
const lines = '{"text":"Good","score":9}\n\nbroken\n{"text":"Bad","score":2,"more":[1,2]}\n';

describe('what a file is, by its content', () => {
  it.each<[string, Uint8Array | string, FileKind]>([
    ['CSV', csv, 'csv'],
    ['TSV', csv.replaceAll(',', '\t'), 'csv'],
    ['JSON Lines', lines, 'jsonl'],
    ['one JSON object a line, and only one', '{"text":"Good"}\n', 'jsonl'],
    ['a JSON array', '[\n  {"text":"Good"},\n  {"text":"Bad"}\n]', 'json'],
    ['an envelope', '{"count":2,"results":[{"text":"Good"},{"text":"Bad"}]}', 'json'],
    ['CSV with brackets', '[note],text\n[1],Good\n[2],Bad\n', 'csv'],
    ['a workbook', makeWorkbook({ A: '<row><c><v>1</v></c></row><row><c><v>2</v></c></row>' }), 'xlsx'],
    ['gzip of CSV', gzipSync(csv), 'csv'],
    ['ZIP of JSON Lines', zipSync({ 'a/b.jsonl': strToU8(lines), '__MACOSX/._b': strToU8('x') }), 'jsonl'],
    [
      'a letter',
      'From: ann@example.org\r\nDate: Mon, 2 Mar 2026 10:00:00 +0100\r\nSubject: Hi\r\n\r\nHello\r\n',
      'mail',
    ],
  ])('%s', async (_, content, kind) => {
    expect((await preview(content)).layout.kind).toBe(kind);
  });

  it.each<[string, Uint8Array | string, string]>([
    ['two files', zipSync({ 'a.csv': strToU8(csv), 'b.csv': strToU8(csv) }), 'holds 2 files (a.csv, b.csv)'],
    [
      'a chat of WhatsApp with its pictures',
      zipSync({ '_chat.txt': strToU8('x'), 'IMG-1.jpg': strToU8('x') }),
      'This is an export of WhatsApp. Bring it under',
    ],
    [
      'channels of Slack',
      zipSync({ 'users.json': strToU8('[]'), 'help/2026-01-15.json': strToU8('[]') }),
      'This is an export of Slack. Bring it under',
    ],
    ['nothing', zipSync({}), 'an empty ZIP archive'],
    ['a path that climbs', zipSync({ '../../etc/passwd': strToU8(csv) }), 'invalid relative path'],
    ['another archive', zipSync({ 'a.zip': zipSync({ b: strToU8(csv) }) }), 'Unpack it and drop'],
    ['far too much', zipSync({ 'a.csv': new Uint8Array(80_000_000) }), 'which no table does'],
    ['half of itself', zipSync({ 'a.csv': strToU8(csv) }).subarray(0, 60), 'This archive cannot be opened'],
  ])('refuses an archive of %s', async (_, content, reason) => {
    await expect(preview(content)).rejects.toThrow(reason);
  });

  it('refuses gzip that grows beyond measure, is cut off or damaged', async () => {
    const damaged = gzipSync(csv.repeat(1000));
    damaged.fill(0, 40, 60);
    await expect(preview(gzipSync(Buffer.alloc(80_000_000, 'a,b\n')))).rejects.toThrow('which no table does');
    await expect(preview(gzipSync(csv.repeat(1000)).subarray(0, 80))).rejects.toThrow('cannot be opened');
    await expect(preview(damaged)).rejects.toThrow('cannot be opened');
  });

  it('refuses JSON that breaks off', async () => {
    await expect(preview('{"text": "Go')).rejects.toThrow('begins like JSON');
  });
});

describe('rows with their lines', () => {
  it('of JSON Lines, with the broken one', async () => {
    expect(await readAll(lines)).toEqual({
      header: ['text', 'score', 'more'],
      rows: [
        [1, ['Good', '9', '']],
        [3, expect.stringContaining('this is no JSON')],
        [4, ['Bad', '2', '1; 2']],
      ],
    });
  });

  it('of packed files as of plain ones', async () => {
    const plain = await readAll(csv);
    expect(plain.rows).toEqual([
      [2, ['Good', '9']],
      [3, ['Bad', '2']],
    ]);
    expect(await readAll(gzipSync(csv))).toEqual(plain);
    expect(await readAll(zipSync({ 'a.csv': strToU8(csv) }))).toEqual(plain);
  });

  it('of the first sheet that one sees and that holds anything: shared and own texts, days, gaps', async () => {
    const sheet = [
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>when</t></is></c></row>',
      '<row r="3"/>',
      '<row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" t="b"><v>1</v></c><c r="C4" s="1"><v>45000.5</v></c></row>',
      '<row r="5"><c r="C5" s="1"><v>45001</v></c><c r="A5" t="str"><f>X()</f><v>a_x000D_b</v></c></row>',
    ].join('');
    const book = makeWorkbook(
      { Hidden: '<row><c><v>1</v></c></row>', Empty: '', Data: sheet },
      { shared: ['text', 'Good &amp; new'], state: { Hidden: 'hidden' } },
    );
    expect(await readAll(book)).toEqual({
      header: ['text', 'column 2', 'when'],
      rows: [
        [4, ['Good & new', 'true', '2023-03-15 12:00:00']],
        [5, ['a\rb', '', '2023-03-16']],
      ],
    });
    expect((await preview(book)).note).toContain('the first of 2');
  });

  it('of a sheet with a title above its header', async () => {
    const row = (at: number, ...cells: string[]) =>
      `<row r="${at}">${cells.map((cell, column) => `<c r="${'ABC'[column]}${at}" t="str"><v>${cell}</v></c>`).join('')}</row>`;
    const sheet = [
      row(1, 'Feedback of May'),
      row(3, 'id', 'day', 'words'),
      row(4, 'a1', '2026-05-01', 'Slow'),
      row(5, 'a2', '2026-05-02', 'Good'),
    ].join('');
    expect(await readAll(makeWorkbook({ Data: sheet }, { shared: [] }))).toEqual({
      header: ['id', 'day', 'words'],
      rows: [
        [4, ['a1', '2026-05-01', 'Slow']],
        [5, ['a2', '2026-05-02', 'Good']],
      ],
    });
  });

  it('refuses a workbook that declares entities', async () => {
    const entities = makeWorkbook({ A: '<row><c><v>1</v></c></row>' }, { shared: ['&a;'] });
    await expect(preview(entities)).rejects.toThrow('cannot be opened');
  });
});
