import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { buildPrograms, programFile } from '../../scripts/steps/programs.mjs';
import { workerEnvironment, workerMemory } from '../../scripts/steps/services.mjs';

const PROGRAM = 'read-process';
const runSchema = z.object({
  rows: z.number(),
  faults: z.number(),
  seconds: z.number(),
  peakMegabytes: z.number(),
});

/** Reads files of 200 MB and of 2 GB as imports do, in a process of its own each: what of memory grows with the file. */
export async function measureLarge(directory: string): Promise<void> {
  await buildPrograms({ [PROGRAM]: 'bench/ingest/read-process.ts' });
  const file = path.join(directory, 'large');
  try {
    for (const [kind, write] of Object.entries({ CSV: writeCsv, 'JSON Lines': writeJsonLines })) {
      for (const gigabytes of [0.2, 2]) {
        await pipeline(Readable.from(write(gigabytes * 1e9)), fs.createWriteStream(file));
        const { rows, faults, seconds, peakMegabytes } = await readInProcess(file);
        if (faults > 0) throw new Error(`${faults} rows of ${kind} were refused`);
        console.log(
          `${kind}, ${gigabytes} GB: ${rows} rows read, mapped and named, ${Math.round((gigabytes * 1000) / seconds)} MB/s, peak RSS ${peakMegabytes} MB`,
        );
      }
    }
  } finally {
    fs.rmSync(file, { force: true });
    fs.rmSync(programFile(PROGRAM));
  }
}

async function readInProcess(file: string) {
  const child = fork(programFile(PROGRAM), [file], {
    execArgv: [...workerMemory, '--enable-source-maps'],
    env: { ...workerEnvironment, ...process.env },
  });
  const exited = once(child, 'exit');
  const told = await Promise.race([once(child, 'message'), exited.then(() => null)]);
  await exited;
  if (!told) throw new Error('the process that reads ended before it was done');
  return runSchema.parse(told[0]);
}

/** What no row shares with another, without an identifier of its own: the most that has to be remembered. */
const WORDS =
  'The export of this report took longer than anybody could wait, then it stopped without a word, and nobody knows why. '.repeat(
    8,
  );

function* writeCsv(bytes: number): Generator<string> {
  yield 'date,comment,nps,company\n';
  yield* chunks(
    bytes,
    (row) => `${dayOf(row)},"Report ${row}: ${WORDS}",${row % 11},Company ${row % 2000}\n`,
  );
}

function* writeJsonLines(bytes: number): Generator<string> {
  yield* chunks(
    bytes,
    (row) =>
      `${JSON.stringify({ date: dayOf(row), comment: `Report ${row}: ${WORDS}`, nps: row % 11, company: `Company ${row % 2000}` })}\n`,
  );
}

function* chunks(bytes: number, lineOf: (row: number) => string): Generator<string> {
  for (let [written, row] = [0, 0]; written < bytes; ) {
    let chunk = '';
    while (chunk.length < 65_536) chunk += lineOf(row++);
    written += chunk.length;
    yield chunk;
  }
}

const dayOf = (row: number) => new Date(Date.UTC(2023, 0, 1 + (row % 700))).toISOString().slice(0, 10);
