import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { withClient } from '../scripts/database/prepare.mjs';
import { measureApi } from './ingest/measure-api';
import { copyAgain, insertOneByOne } from './ingest/measure-database';
import { measureImport } from './ingest/measure-import';
import { measureParsing } from './ingest/measure-parsing';
import { openBenchDatabase } from './support/database';

// `npm run bench -- ingest [ROWS]`: imports generated feedback (a million rows unless told) as the worker does, and prints
// rows a second and the peak of memory beside PostgreSQL's own COPY of the very rows it wrote into the same tables with the
// same indexes, and beside one INSERT a row; batches a second over the HTTP API; and megabytes a second of parsing beside
// the libraries underneath.
const rows = Number(process.argv[2] ?? 1_000_000);
const INSERTED_ROWS = 5_000;
const API_BATCHES = 20;
const { ownerUrl, directory, close } = await openBenchDatabase();

try {
  // The server may run as another user than this process.
  fs.chmodSync(directory, 0o755);
  const file = path.join(directory, 'rows.csv');
  await pipeline(Readable.from(generateCsv()), fs.createWriteStream(file));
  const imported = await measureImport(file, rows);
  print('import, all its work', rows, imported.seconds);
  console.log(`peak RSS ${imported.peakMegabytes} MB (at start ${imported.startMegabytes} MB)`);
  await withClient(ownerUrl, async (client) => {
    const copied = await copyAgain(client);
    for (const [what, seconds] of Object.entries(copied))
      print(`COPY of the same rows: ${what}`, rows, seconds);
    const feedback = copied.feedback ?? 0;
    const all = Object.values(copied).reduce((sum, seconds) => sum + seconds, 0);
    console.log(
      `import at ${percent(feedback / imported.seconds)} of COPY of feedback alone, at ${percent(all / imported.seconds)} of COPY of all rows it wrote`,
    );
    const count = Math.min(rows, INSERTED_ROWS);
    print('one INSERT a row, feedback', count, await insertOneByOne(client, count));
  });
  const { batches, seconds, size } = await measureApi(API_BATCHES);
  console.log(
    `API: ${(batches / seconds).toFixed(2)} batches/s of ${size} statements, ${Math.round((batches * size) / seconds)} rows/s`,
  );
  for (const line of await measureParsing(file)) console.log(line);
} finally {
  await close();
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
