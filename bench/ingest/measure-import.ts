import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { z } from 'zod';

/** How an import went, in the process that ran it: peak of resident memory of all its life, processor time of the import. */
const runSchema = z.object({
  seconds: z.number(),
  cpuSeconds: z.number(),
  startMegabytes: z.number(),
  peakMegabytes: z.number(),
});

/** Imports a file as a person and the worker do, in a process of its own; throws unless every row was added. */
export async function measureImport(file: string, rows: number) {
  const { answer, makeImporter } = await import('@/lib/ingest/testing/make-import');
  const { createImport } = await import('@/lib/ingest/create-import');
  const { startImport } = await import('@/lib/ingest/start-import');
  const { getImportState } = await import('@/lib/ingest/find-import-state');
  const scope = await makeImporter();
  const importId = await createImport(scope, {
    target: 'feedback',
    fileName: 'rows.csv',
    body: fs.createReadStream(file),
    expectedBytes: fs.statSync(file).size,
  });
  await startImport(scope, importId, await answer(scope, importId));
  const run = await runInProcess(scope.workspaceId, importId);
  const { rowsAdded } = await getImportState(scope, importId);
  if (rowsAdded !== rows) throw new Error(`${rowsAdded} of ${rows} rows were added`);
  return run;
}

async function runInProcess(workspaceId: string, importId: string) {
  const script = new URL('./import-process.ts', import.meta.url);
  const child = fork(script, [workspaceId, importId], {
    execArgv: ['--import', 'tsx'],
  });
  const exited = once(child, 'exit');
  const told = await Promise.race([once(child, 'message'), exited.then(() => null)]);
  await exited;
  if (!told) throw new Error('the process of the import ended before the import');
  return runSchema.parse(told[0]);
}
