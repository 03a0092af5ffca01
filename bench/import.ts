import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  createDatabaseIfMissing,
  prepareDatabase,
  withClient,
  withDatabase,
} from '../scripts/database/prepare.mjs';
import { openTestServer } from '../scripts/database/throwaway-postgres.mjs';

// `npm run bench -- import [ROWS]`: imports generated feedback (a million rows unless told) as the worker does and
// prints rows a second and the peak of memory, beside a bare COPY of the same rows into a table without indexes.
const rows = Number(process.argv[2] ?? 1_000_000);
const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'verbatim-bench-'));
const server = await openTestServer();

try {
  await createDatabaseIfMissing(server.serverUrl, 'verbatim_bench');
  const ownerUrl = withDatabase(server.serverUrl, 'verbatim_bench');
  const { applicationUrl } = await prepareDatabase(ownerUrl, randomBytes(24).toString('hex'));
  Object.assign(process.env, {
    DATABASE_URL: applicationUrl,
    NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
    SETTINGS_KEY: randomBytes(32).toString('base64'),
    DATA_DIR: directory,
    LOG_LEVEL: 'error',
  });
  const file = path.join(directory, 'rows.csv');
  await pipeline(Readable.from(generateCsv()), fs.createWriteStream(file));
  const plain = await timed(() => copyPlainly(ownerUrl, file));
  const imported = await importFile(file);
  print('plain COPY', plain);
  print('import', imported.seconds);
  console.log(
    `ratio ${(imported.seconds / plain).toFixed(1)}, peak RSS ${imported.peakMegabytes} MB (at start ${imported.startMegabytes} MB)`,
  );
} finally {
  server.stop();
  fs.rmSync(directory, { recursive: true, force: true });
}

function print(what: string, seconds: number): void {
  console.log(`${what}: ${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}

function* generateCsv(): Generator<string> {
  yield 'date,comment,nps,company\n';
  for (let row = 0; row < rows; row++) {
    const day = new Date(Date.UTC(2023, 0, 1 + (row % 700))).toISOString().slice(0, 10);
    yield `${day},"The export of report ${row} took ${row % 90} minutes, and then it stopped without a word.",${row % 11},Company ${row % 2000}\n`;
  }
}

/** What the database itself takes for these rows: its own COPY, without all that makes them useful. */
async function copyPlainly(ownerUrl: string, file: string): Promise<void> {
  // The server may run as another user than this process.
  fs.chmodSync(directory, 0o755);
  fs.chmodSync(file, 0o644);
  await withClient(ownerUrl, async (client) => {
    await client.query('CREATE TABLE plain (day date, text text, nps int, company text)');
    await client.query(`COPY plain FROM ${client.escapeLiteral(file)} WITH (FORMAT csv, HEADER)`);
  });
}

async function importFile(file: string) {
  const { answer, makeImporter, neverAborted } = await import('@/lib/ingest/testing/make-import');
  const { createImport } = await import('@/lib/ingest/create-import');
  const { startImport } = await import('@/lib/ingest/start-import');
  const { runImport } = await import('@/lib/ingest/run-import');
  const { getImportState } = await import('@/lib/ingest/find-import-state');
  const { closeQueue } = await import('@/lib/jobs/queue');
  const { disconnect } = await import('@/lib/db/client');
  const scope = await makeImporter();
  const importId = await createImport(scope, {
    target: 'feedback',
    fileName: 'rows.csv',
    body: fs.createReadStream(file),
    expectedBytes: fs.statSync(file).size,
  });
  await startImport(scope, importId, await answer(scope, importId));
  const megabytes = () => Math.round(process.memoryUsage.rss() / 1e6);
  const startMegabytes = megabytes();
  let peakMegabytes = startMegabytes;
  const sampling = setInterval(() => {
    peakMegabytes = Math.max(peakMegabytes, megabytes());
  }, 250);
  const seconds = await timed(() => runImport(scope, importId, neverAborted));
  clearInterval(sampling);
  const { rowsAdded } = await getImportState(scope, importId);
  if (rowsAdded !== rows) throw new Error(`${rowsAdded} of ${rows} rows were added`);
  await closeQueue();
  await disconnect();
  return { seconds, startMegabytes, peakMegabytes };
}
