import fs from 'node:fs';

/** Imports a file as a person and the worker do; throws unless every row was added. */
export async function measureImport(file: string, rows: number) {
  const { answer, makeImporter, neverAborted } = await import('@/lib/ingest/testing/make-import');
  const { createImport } = await import('@/lib/ingest/create-import');
  const { startImport } = await import('@/lib/ingest/start-import');
  const { runImport } = await import('@/lib/ingest/run-import');
  const { getImportState } = await import('@/lib/ingest/find-import-state');
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
  }, 100);
  const startedAt = performance.now();
  await runImport(scope, importId, neverAborted);
  const seconds = (performance.now() - startedAt) / 1000;
  clearInterval(sampling);
  const { rowsAdded } = await getImportState(scope, importId);
  if (rowsAdded !== rows) throw new Error(`${rowsAdded} of ${rows} rows were added`);
  return { seconds, startMegabytes, peakMegabytes };
}
