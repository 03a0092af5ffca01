import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { explainFileError, OutputClosed } from './command-error';

export interface LineOutput {
  /** Writes one line; waits while the reader is behind, so that memory stays flat. */
  writeLine(line: string): Promise<void>;
  /** Waits until everything is written. */
  close(): Promise<void>;
}

/** Opens a file, or the standard output where `path` is undefined, for lines of text. */
export async function openLineOutput(path: string | undefined): Promise<LineOutput> {
  const stream = path === undefined ? process.stdout : createWriteStream(path);
  let failure: unknown = null;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    failure =
      error.code === 'EPIPE'
        ? new OutputClosed()
        : explainFileError(error, `write ${path ?? 'the standard output'}`);
  });
  const throwFailure = () => {
    if (failure) throw failure;
  };
  if (path !== undefined) await once(stream, 'open').catch(throwFailure);
  return {
    async writeLine(line) {
      throwFailure();
      if (!stream.write(`${line}\n`)) await once(stream, 'drain').catch(throwFailure);
    },
    async close() {
      if (path !== undefined) {
        stream.end();
        await finished(stream).catch(throwFailure);
      }
      throwFailure();
    },
  };
}

/** Makes a folder where it is not there; called before the work, not after it. Throws an InputError where that cannot be. */
export async function makeFolder(folder: string): Promise<void> {
  await makeWithParents(resolve(folder)).catch((error: unknown) => {
    throw explainFileError(error, `make the folder ${folder}`);
  });
}

/** Not the `recursive` of Node.js, which tries for ever where the parent is there and the folder cannot be (in /proc). */
async function makeWithParents(folder: string): Promise<void> {
  if (await isThere(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) await makeWithParents(parent);
  await mkdir(folder).catch(async (error: NodeJS.ErrnoException) => {
    // Another process may have been faster.
    if (error.code !== 'EEXIST' || !(await stat(folder)).isDirectory()) throw error;
  });
}

/** False for a file of that name: then making the folder says what is in the way. */
async function isThere(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Writes files into a folder that is there. Throws an InputError where that cannot be. */
export async function writeFolder(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await writeFile(path, content).catch((error: unknown) => {
      throw explainFileError(error, `write ${path}`);
    });
  }
}
