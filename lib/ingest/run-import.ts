import type { Scope } from '@/lib/db/scope';
import { compileAccountMapping, compileFeedbackMapping } from '@/lib/ingest/csv/apply-mapping';
import type { AccountRow } from '@/lib/ingest/csv/imported-row';
import { type Mapping, mappingSchema } from '@/lib/ingest/csv/mapping-schema';
import { makeRowIdentity } from '@/lib/ingest/csv/row-identity';
import { readRows } from '@/lib/ingest/csv/rows';
import { finishImport, recordProgress } from '@/lib/ingest/import-progress';
import type { RowOutcome } from '@/lib/ingest/row-outcome';
import { importProfileSchema } from '@/lib/ingest/schema';
import { readUpload } from '@/lib/ingest/upload-store';
import { writeAccountRows } from '@/lib/ingest/write-account-rows';
import { type IdentifiedRow, writeFeedbackRows } from '@/lib/ingest/write-feedback-rows';

/** Rows written in one transaction. */
const BATCH = 500;

/** A row that passed the mapping, or the outcome of one that did not. */
type Mapped = {
  faults: RowOutcome[];
  feedback: IdentifiedRow[];
  accounts: { line: number; row: AccountRow }[];
};

/**
 * Reads an import's file row by row and writes it batch by batch; each batch commits with its progress, so a worker that
 * dies hands on exactly where it stopped. Bad rows are kept as errors and stop nothing. Asked to cancel, it stops after
 * the batch at hand and keeps what is written.
 */
export async function runImport(scope: Scope, importId: string, signal: AbortSignal): Promise<void> {
  const job = await begin(scope, importId);
  if (!job) return;
  const { mapping, header, sourceId, rowsRead } = job;
  const mapRow = compileRow(mapping, header);
  const today = new Date();
  const progress = { bytes: 0 };
  let rows = emptyBatch();
  let size = 0;
  for await (const read of readRows(counted(readUpload(scope, importId), progress), mapping)) {
    // Rows of an earlier attempt are mapped again, because equal rows are told apart by their number; not written again.
    const mapped = mapRow(read);
    if (read.index < rowsRead) continue;
    mapped(rows);
    if (++size < BATCH) continue;
    if (!(await flush())) return;
    // Not done: thrown, so that the queue hands the rest to the next worker.
    signal.throwIfAborted();
  }
  if (size > 0 && !(await flush())) return;
  await finishImport(scope, importId, 'succeeded');

  async function flush(): Promise<boolean> {
    const goesOn = await scope.run(async (_db, inner) => {
      const written =
        mapping.target === 'feedback'
          ? await writeFeedbackRows(inner, rows.feedback, { sourceId, importId })
          : await writeAccountRows(inner, rows.accounts, { importId, today });
      return recordProgress(inner, importId, [...rows.faults, ...written], progress.bytes);
    });
    rows = emptyBatch();
    size = 0;
    if (!goesOn) await finishImport(scope, importId, 'cancelled');
    return goesOn;
  }
}

function emptyBatch(): Mapped {
  return { faults: [], feedback: [], accounts: [] };
}

/** Marks the import as running and gives what it takes; null when there is nothing left to do. */
async function begin(scope: Scope, importId: string) {
  return scope.run(async (db) => {
    const key = { workspaceId_id: { workspaceId: scope.workspaceId, id: importId } };
    const row = await db.import.findUnique({ where: key });
    if (!row || !['queued', 'running', 'cancelling'].includes(row.status) || !row.sourceId) return null;
    await db.import.update({
      where: key,
      data: {
        status: row.status === 'queued' ? 'running' : row.status,
        startedAt: row.startedAt ?? new Date(),
      },
    });
    return {
      mapping: mappingSchema.parse(row.mapping),
      header: importProfileSchema.parse(row.profile).header,
      sourceId: row.sourceId,
      rowsRead: row.rowsRead,
    };
  });
}

type ReadResult = { line: number; index: number; record: string[]; error?: string };

/** Makes the function that maps a row now and adds it to a batch later. */
function compileRow(mapping: Mapping, header: string[]): (read: ReadResult) => (batch: Mapped) => void {
  const fault = (line: number, reason: string, column: string | null) => (batch: Mapped) => {
    batch.faults.push({ line, kind: 'failed', reason, column });
  };
  if (mapping.target === 'accounts') {
    const apply = compileAccountMapping(mapping, header);
    return ({ line, record, error }) => {
      if (error !== undefined) return fault(line, error, null);
      const mapped = apply(record);
      if ('error' in mapped) return fault(line, mapped.error, mapped.column);
      return (batch) => batch.accounts.push({ line, row: mapped.ok });
    };
  }
  const apply = compileFeedbackMapping(mapping, header);
  const identify = makeRowIdentity();
  const hasDates = mapping.columns.some(({ field }) => field === 'occurredAt');
  return ({ line, record, error }) => {
    if (error !== undefined) return fault(line, error, null);
    const mapped = apply(record);
    if ('error' in mapped) return fault(line, mapped.error, mapped.column);
    const row = mapped.ok;
    if (row.occurredAt === null) return fault(line, 'the row has no date', null);
    // A date that stands for the whole file is not part of what a row says: the same file on another day is the same.
    const externalId = identify(hasDates ? row : { ...row, occurredAt: null });
    return (batch) => batch.feedback.push({ line, externalId, row });
  };
}

async function* counted(
  source: AsyncIterable<Uint8Array>,
  progress: { bytes: number },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    progress.bytes += chunk.length;
    yield chunk;
  }
}
