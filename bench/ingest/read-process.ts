import { profileColumns } from '@/lib/ingest/csv/columns';
import { guessMapping } from '@/lib/ingest/csv/mapping';
import { mappingSchema } from '@/lib/ingest/csv/mapping-schema';
import { previewTable } from '@/lib/ingest/files/preview-table';
import { openTable } from '@/lib/ingest/files/read-table';
import { readBatches, sizeOf } from '@/lib/ingest/read-batches';

// Reads a file as an import does, up to where it would be written: cut, decoded, mapped, every row named.
const file = process.argv[2] ?? '';
const startedAt = performance.now();
const preview = await previewTable(file, null);
const { encoding, dialect, layout, header } = preview;
const guess = guessMapping(profileColumns(header, preview.rows.slice(0, 1000)), 'feedback');
const mapping = mappingSchema.parse({
  ...{ target: 'feedback', defaults: {}, encoding: encoding.encoding, dialect, layout },
  columns: guess.columns.map(({ column, field, options }) => ({ column, field, options })),
});
const table = openTable(file, mapping, header);
const reading = { mapping, header, ownDomains: new Set<string>() };
let rows = 0;
let faults = 0;
for await (const batch of readBatches(table, reading, 0, { rows: 1000, characters: 1_000_000 })) {
  rows += sizeOf(batch);
  faults += batch.faults.length;
}
process.send?.({
  ...{ rows, faults, seconds: (performance.now() - startedAt) / 1000 },
  peakMegabytes: Math.round((process.resourceUsage().maxRSS * 1024) / 1e6),
});
process.disconnect?.();
