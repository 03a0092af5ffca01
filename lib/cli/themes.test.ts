import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { InputError, UsageError } from './command-error';
import { run } from './themes';

/** Themes are found in a process that loads the engine anew. */
vi.setConfig({ testTimeout: 60_000 });

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voc-themes-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function writeInput(content: string): Promise<string> {
  const file = join(folder, 'in.csv');
  await writeFile(file, content);
  return file;
}

async function readOutput(name: string): Promise<Record<string, string>[]> {
  return parse(await readFile(join(folder, 'out', name)), { columns: true });
}

const places = ['gate', 'tower', 'lobby', 'garage'];
const comments = places.flatMap((place, index) => [
  `${index},"  The parking lot at the ${place} is full.${index === 0 ? ' Invoices arrive ""late"" again.' : ''}"`,
  `${index},Parking near the ${place} costs a fortune`,
  `${index},My invoice for the ${place} shows a false total`,
  `${index},The invoice total is false`,
]);

describe('voc themes', () => {
  it('writes themes and the spans they rest on', async () => {
    const file = await writeInput(`﻿id,comment\r\n${comments.join('\r\n')}\r\n`);
    await run([file, '--text', 'comment', '--out', join(folder, 'out')]);
    const themes = await readOutput('themes.csv');
    const assignments = await readOutput('assignments.csv');
    const texts = (parse(await readFile(file), { columns: true, bom: true }) as { comment: string }[]).map(
      (row) => row.comment,
    );
    const familyOf = (themeId: string | undefined) =>
      themes.flatMap((theme) =>
        theme.parentId === themeId || theme.themeId === themeId ? [theme.themeId] : [],
      );
    const parking = familyOf(themes.find(({ name }) => /parking/i.test(name ?? ''))?.themeId);
    const first = assignments.find(({ row, themeId }) => row === '0' && parking.includes(themeId));
    expect(Object.keys(themes[0] ?? {})).toEqual(['themeId', 'name', 'parentId', 'keywords', 'mentions']);
    expect(Object.keys(assignments[0] ?? {})).toEqual(['row', 'start', 'end', 'themeId', 'confidence']);
    const opinions = await readOutput('opinions.csv');
    const placeOf = ({ row, start, end, themeId }: Record<string, string>) => [row, start, end, themeId];
    expect(opinions.map(placeOf)).toEqual(assignments.map(placeOf));
    expect(opinions.map(({ sentiment }) => sentiment)).toContain('negative');
    expect(texts[0]?.slice(Number(first?.start), Number(first?.end))).toBe(
      'The parking lot at the gate is full.',
    );
    for (const { themeId, mentions } of themes) {
      const family = new Set(familyOf(themeId));
      expect(assignments.filter((assignment) => family.has(assignment.themeId))).toHaveLength(
        Number(mentions),
      );
    }
  });

  it('goes on past a row it cannot read, keeps the numbers of the others, and says so', async () => {
    const file = await writeInput(`id,comment\n0,broken, row\n${comments.join('\n')}\n`);
    const result = run([file, '--text', 'comment', '--out', join(folder, 'out')]);
    await expect(result).rejects.toThrow(InputError);
    await expect(result).rejects.toThrow(
      /^1 row could not be read: line 2, the row has 3 values for 2 columns/,
    );
    const rows = (await readOutput('assignments.csv')).map(({ row }) => Number(row));
    expect(Math.min(...rows)).toBe(1);
    expect(Math.max(...rows)).toBe(comments.length);
  });

  it('names the columns when the one asked for is not there', async () => {
    const file = await writeInput('id,comment\n1,hello\n');
    await expect(run([file, '--text', 'text', '--out', join(folder, 'out')])).rejects.toThrow(
      'No column "text"; the columns are: id, comment',
    );
  });

  it.each([
    [[]],
    [['in.csv']],
    [['in.csv', '--text', 'comment']],
    [['a.csv', 'b.csv', '--text', 'c', '--out', 'd']],
  ])('answers incomplete arguments %j with what is missing', async (args) => {
    await expect(run(args)).rejects.toThrow(UsageError);
  });

  it('says that an empty file needs a header, and that a missing one is not there', async () => {
    const file = await writeInput('');
    await expect(run([file, '--text', 'comment', '--out', folder])).rejects.toThrow('is empty');
    const absent = run([join(folder, 'no.csv'), '--text', 'comment', '--out', folder]);
    await expect(absent).rejects.toThrow(InputError);
    await expect(absent).rejects.toThrow('no such file');
  });

  it('writes headers alone when there is nothing to find', async () => {
    const file = await writeInput('comment\n');
    await run([file, '--text', 'comment', '--out', join(folder, 'out')]);
    expect(await readOutput('themes.csv')).toEqual([]);
    expect(await readOutput('assignments.csv')).toEqual([]);
  });
});
