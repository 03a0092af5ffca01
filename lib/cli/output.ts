import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

/** Writes files into a folder, which is made where it is not there. Throws an InputError where that cannot be. */
export async function writeFolder(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw explainFileError(error, `make the folder ${folder}`);
  });
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await writeFile(path, content).catch((error: unknown) => {
      throw explainFileError(error, `write ${path}`);
    });
  }
}
