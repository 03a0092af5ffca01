import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { withClient } from '../scripts/database/prepare.mjs';
import { measureApi } from './ingest/measure-api';
import { copyAgain, insertOneByOne } from './ingest/measure-database';
import { measureImport } from './ingest/measure-import';
import { measureKills } from './ingest/measure-kills';
import { measureLarge } from './ingest/measure-large';
import { measureParsing } from './ingest/measure-parsing';
import { openBenchDatabase } from './support/database';

// `npm run bench -- ingest [ROWS]`: imports generated feedback (a million rows unless told) as the worker does, and prints
// rows a second and the peak of memory of its process beside PostgreSQL's own COPY of the very rows it wrote into the same
// tables with the same indexes, with and without foreign keys, and beside one INSERT a row; batches a second over the HTTP
// API; and megabytes a second of parsing beside the libraries underneath.
// `npm run bench -- ingest kills` shows instead that each way in leaves the same rows wherever it is killed; `large`, that memory
// does not grow with a file of 2 GB.
const part = process.argv[2];
const rows = Number(part ?? 1_000_000);
const INSERTED_ROWS = 5_000;
const API_BATCHES = 20;
const { ownerUrl, directory, close } = await openBenchDatabase();

try {
  // The server may run as another user than this process.
  fs.chmodSync(directory, 0o755);
  if (part === 'kills') await measureKills(directory);
  else if (part === 'large') await measureLarge(directory);
  else await measureRates();
} finally {
  await close();
}

async function measureRates(): Promise<void> {
  const file = path.join(directory, 'rows.csv');
  await pipeline(Readable.from(generateCsv()), fs.createWriteStream(file));
  const imported = await measureImport(file, rows);
  print('import, all its work', rows, imported.seconds);
  console.log(
    `its process: peak RSS ${imported.peakMegabytes} MB (at start ${imported.startMegabytes} MB), ${imported.cpuSeconds.toFixed(1)} s of processor`,
  );
  await withClient(ownerUrl, async (client) => {
    const copied = await copyAgain(client);
    for (const { table, rows: written, seconds, secondsWithKeys } of copied) {
      print(`COPY of the same ${table}`, written, seconds);
      print(`COPY of the same ${table}, foreign keys checked`, written, secondsWithKeys);
    }
    const feedback = copied.filter(({ table }) => table === 'feedback');
    for (const [what, tables] of [
      ['of the feedback alone', feedback],
      ['of all rows it wrote', copied],
    ] as const) {
      const plain = tables.reduce((sum, { seconds }) => sum + seconds, 0);
      const withKeys = tables.reduce((sum, { secondsWithKeys }) => sum + secondsWithKeys, 0);
      console.log(
        `import at ${percent(plain / imported.seconds)} of COPY ${what}, at ${percent(withKeys / imported.seconds)} where COPY checks foreign keys`,
      );
    }
    const count = Math.min(rows, INSERTED_ROWS);
    print('one INSERT a row, feedback', count, await insertOneByOne(client, count));
  });
  const { batches, seconds, size } = await measureApi(API_BATCHES);
  console.log(
    `API: ${(batches / seconds).toFixed(2)} batches/s of ${size} statements, ${Math.round((batches * size) / seconds)} rows/s`,
  );
  for (const line of await measureParsing(file)) console.log(line);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function print(what: string, count: number, seconds: number): void {
  console.log(`${what}: ${count} rows in ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} rows/s`);
}

function* generateCsv(): Generator<string> {
  yield 'date,comment,nps,company\n';
  for (let row = 0; row < rows; row++) {
    const day = new Date(Date.UTC(2023, 0, 1 + (row % 700))).toISOString().slice(0, 10);
    yield `${day},"The export of report ${row} took ${row % 90} minutes, and then it stopped without a word.",${row % 11},Company ${row % 2000}\n`;
  }
}
