import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainFileError, InputError } from './command-error';
import { makeFolder, openLineOutput, writeFolder } from './output';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voc-output-'));
  await writeFile(join(folder, 'file'), '');
  await mkdir(join(folder, 'taken', 'themes.csv'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

describe('makeFolder', () => {
  it('makes the folder and those above it, once', async () => {
    const path = join(folder, 'new', 'folder');
    await makeFolder(path);
    await makeFolder(path);
    expect((await stat(path)).isDirectory()).toBe(true);
  });

  it.each([
    ['file', /^Cannot make the folder \S+file: a file of that name is in the way$/],
    ['file/below', /^Cannot make the folder \S+below: a part of the path is not a folder$/],
  ])('explains why %s cannot be made', async (path, message) => {
    const refusal = makeFolder(join(folder, path));
    await expect(refusal).rejects.toThrow(InputError);
    await expect(refusal).rejects.toThrow(message);
  });

  it.runIf(process.platform === 'linux')('ends where the system allows no folder', async () => {
    await expect(makeFolder('/proc/voc')).rejects.toThrow(/^Cannot make the folder \/proc\/voc: /);
  });
});

describe('writeFolder', () => {
  it('writes the files', async () => {
    await writeFolder(folder, { 'a.csv': 'a\n' });
    expect(await readFile(join(folder, 'a.csv'), 'utf8')).toBe('a\n');
  });

  it('explains why a file cannot be written', async () => {
    const refusal = writeFolder(join(folder, 'taken'), { 'themes.csv': '' });
    await expect(refusal).rejects.toThrow(InputError);
    await expect(refusal).rejects.toThrow(/^Cannot write \S+taken\/themes\.csv: it is a folder$/);
  });
});

describe('openLineOutput', () => {
  it.each([
    ['taken', /^Cannot write \S+taken: it is a folder$/],
    ['file/below', /^Cannot write \S+below: a part of the path is not a folder$/],
  ])('explains why %s cannot be written', async (path, message) => {
    const refusal = openLineOutput(join(folder, path));
    await expect(refusal).rejects.toThrow(InputError);
    await expect(refusal).rejects.toThrow(message);
  });
});

describe('explainFileError', () => {
  it.each([
    ['EACCES', 'Cannot write out: permission denied'],
    ['ENOSPC', 'Cannot write out: no space left on the disk'],
  ])('explains %s', (code, message) => {
    const explained = explainFileError(Object.assign(new Error(`${code}: raw`), { code }), 'write out');
    expect(explained).toEqual(new InputError(message));
  });

  it('leaves alone what is no error of a file', () => {
    const error = new TypeError('x is not a function');
    expect(explainFileError(error, 'write out')).toBe(error);
  });
});
