import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { z } from 'zod';
import { buildPrograms, programFile } from '../../scripts/steps/programs.mjs';
import { workerEnvironment, workerMemory } from '../../scripts/steps/services.mjs';

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

/** Built and started as the worker is. */
async function runInProcess(workspaceId: string, importId: string) {
  await buildPrograms({ 'import-process': 'bench/ingest/import-process.ts' });
  const child = fork(programFile('import-process'), [workspaceId, importId], {
    execArgv: [...workerMemory, '--enable-source-maps'],
    env: { ...workerEnvironment, ...process.env },
  });
  const exited = once(child, 'exit');
  const told = await Promise.race([once(child, 'message'), exited.then(() => null)]);
  await exited;
  fs.rmSync(programFile('import-process'));
  if (!told) throw new Error('the process of the import ended before the import');
  return runSchema.parse(told[0]);
}
