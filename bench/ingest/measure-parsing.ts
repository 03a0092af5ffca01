import { once } from 'node:events';
import fs from 'node:fs';
import readline from 'node:readline';
import { parse } from 'csv-parse';
import { previewTable } from '@/lib/ingest/files/preview-table';
import { openTable } from '@/lib/ingest/files/read-table';

/** Megabytes a second of our readers of CSV and JSON Lines, beside `csv-parse` and a bare `JSON.parse` of each line. */
export async function measureParsing(csv: string): Promise<string[]> {
  const jsonl = `${csv}.jsonl`;
  await writeJsonLines(csv, jsonl);
  return [
    await compare('CSV', csv, 'csv-parse', async () => {
      for await (const _ of fs.createReadStream(csv).pipe(parse({ columns: false })));
    }),
    await compare('JSON Lines', jsonl, 'JSON.parse by line', async () => {
      for await (const line of readline.createInterface({ input: fs.createReadStream(jsonl) }))
        JSON.parse(line);
    }),
  ];
}

async function compare(
  kind: string,
  file: string,
  library: string,
  theirs: () => Promise<void>,
): Promise<string> {
  const megabytes = fs.statSync(file).size / 1e6;
  const format = await previewTable(file, null);
  const ours = await timed(async () => {
    const table = openTable(file, { ...format, encoding: format.encoding.encoding }, format.header);
    for await (const row of table) if ('error' in row) throw new Error(row.error);
  });
  const other = await timed(theirs);
  const rate = (seconds: number) => `${(megabytes / seconds).toFixed(0)} MB/s`;
  return `parsing ${kind}: ${rate(ours)}, ${library}: ${rate(other)} (${megabytes.toFixed(0)} MB)`;
}

async function writeJsonLines(csv: string, jsonl: string): Promise<void> {
  const out = fs.createWriteStream(jsonl);
  for await (const [date, comment, nps, company] of fs.createReadStream(csv).pipe(parse({ from_line: 2 }))) {
    if (!out.write(`${JSON.stringify({ date, comment, nps: Number(nps), company })}\n`)) {
      await once(out, 'drain');
    }
  }
  await new Promise<void>((resolve) => out.end(() => resolve()));
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}
