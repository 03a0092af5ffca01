import type { Scope } from '@/lib/db/scope';
import { compileAccountMapping, compileFeedbackMapping } from '@/lib/ingest/csv/apply-mapping';
import type { AccountRow } from '@/lib/ingest/csv/imported-row';
import { type Mapping, mappingSchema } from '@/lib/ingest/csv/mapping-schema';
import { makeRowIdentity } from '@/lib/ingest/csv/row-identity';
import { readRows } from '@/lib/ingest/csv/rows';
import { keepErrorReport } from '@/lib/ingest/error-report';
import { failImport, findLastingCause } from '@/lib/ingest/fail-import';
import { finishImport, LostImport, recordProgress } from '@/lib/ingest/import-progress';
import type { RowOutcome } from '@/lib/ingest/row-outcome';
import { importProfileSchema } from '@/lib/ingest/schema';
import { readUpload, removeUpload } from '@/lib/ingest/upload-store';
import { writeAccountRows } from '@/lib/ingest/write-account-rows';
import { type IdentifiedRow, writeFeedbackRows } from '@/lib/ingest/write-feedback-rows';

/** Rows written in one transaction. */
const BATCH = 500;

/**
 * Reads an import's file row by row and writes it batch by batch; each batch commits with its progress, so a worker that
 * dies hands on exactly where it stopped. Bad rows are kept as errors and stop nothing. Asked to cancel, it stops after
 * the batch at hand and keeps what is written. A cause that no retry mends ends it as failed, with the reason. Afterwards
 * the file is gone, and of refused rows a redacted report is kept.
 */
export async function runImport(scope: Scope, importId: string, signal: AbortSignal): Promise<void> {
  try {
    const job = await begin(scope, importId);
    if (job) await readAndWrite(scope, importId, job, signal);
  } catch (error) {
    if (error instanceof LostImport) return;
    const cause = findLastingCause(error);
    if (!cause) throw error;
    await failImport(scope, importId, cause);
  }
}

interface ImportJob {
  mapping: Mapping;
  header: string[];
  sourceId: string;
  rowsRead: number;
}

/** Marks the import as running and gives what it takes; null when there is nothing left to do. */
async function begin(scope: Scope, importId: string): Promise<ImportJob | null> {
  return scope.run(async (db, inner) => {
    const key = { workspaceId_id: { workspaceId: scope.workspaceId, id: importId } };
    const row = await db.import.findUnique({ where: key });
    // A worker that died between these two left the file.
    if (row?.status === 'succeeded') await removeUpload(inner, importId);
    if (row?.status === 'cancelling') await finishImport(inner, importId, 'cancelled');
    if (!row?.sourceId || (row.status !== 'queued' && row.status !== 'running')) return null;
    await db.import.update({
      where: key,
      data: { status: 'running', startedAt: row.startedAt ?? new Date() },
    });
    return {
      mapping: mappingSchema.parse(row.mapping),
      header: importProfileSchema.parse(row.profile).header,
      sourceId: row.sourceId,
      rowsRead: row.rowsRead,
    };
  });
}

/** Rows of a batch that passed the mapping, and the outcomes of those that did not. */
interface Batch {
  faults: RowOutcome[];
  feedback: IdentifiedRow[];
  accounts: { line: number; row: AccountRow }[];
}

const sizeOf = ({ faults, feedback, accounts }: Batch) => faults.length + feedback.length + accounts.length;
const emptyBatch = (): Batch => ({ faults: [], feedback: [], accounts: [] });

async function readAndWrite(
  scope: Scope,
  importId: string,
  job: ImportJob,
  signal: AbortSignal,
): Promise<void> {
  const mapRow = compileRow(job.mapping, job.header);
  const today = new Date();
  const source = countBytes(readUpload(scope, importId));
  let rowsBefore = job.rowsRead;
  let batch = emptyBatch();
  for await (const read of readRows(source, job.mapping)) {
    // Rows of an earlier attempt are mapped again, because equal rows are told apart by their number; not written again.
    const addTo = mapRow(read);
    if (read.index < job.rowsRead) continue;
    addTo(batch);
    if (sizeOf(batch) < BATCH) continue;
    if (!(await write())) return;
    // Not done: thrown, so that the queue hands the rest to the next worker.
    signal.throwIfAborted();
  }
  if (sizeOf(batch) > 0 && !(await write())) return;
  await keepErrorReport(scope, importId);
  await finishImport(scope, importId, 'succeeded');
  await removeUpload(scope, importId);

  async function write(): Promise<boolean> {
    const goesOn = await scope.run(async (db, inner) => {
      // The database plans the checks of foreign keys once a session: those of a table that was empty then read all
      // accounts for each row. Planning anew takes a few milliseconds a batch.
      await db.$executeRaw`DISCARD PLANS`;
      const written =
        job.mapping.target === 'feedback'
          ? await writeFeedbackRows(inner, batch.feedback, { sourceId: job.sourceId, importId })
          : await writeAccountRows(inner, batch.accounts, { importId, today });
      const outcomes = [...batch.faults, ...written];
      return recordProgress(inner, importId, outcomes, { processedBytes: source.bytes, rowsBefore });
    });
    rowsBefore += sizeOf(batch);
    batch = emptyBatch();
    if (!goesOn) await finishImport(scope, importId, 'cancelled');
    return goesOn;
  }
}

type ReadResult = { line: number; index: number; record: string[]; error?: string };

/** Makes the function that maps a row now and adds it to a batch later. */
function compileRow(mapping: Mapping, header: string[]): (read: ReadResult) => (batch: Batch) => void {
  const fault = (line: number, reason: string, column: string | null) => (batch: Batch) => {
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

/** Bytes given on at once: a whole chunk of a file holds many batches, and progress would stand still and then jump. */
const SLICE_BYTES = 8 * 1024;

/** A source that knows how many bytes were taken from it. */
function countBytes(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> & { bytes: number } {
  return {
    bytes: 0,
    async *[Symbol.asyncIterator]() {
      for await (const chunk of source) {
        for (let at = 0; at < chunk.length; at += SLICE_BYTES) {
          const slice = chunk.subarray(at, at + SLICE_BYTES);
          this.bytes += slice.length;
          yield slice;
        }
      }
    },
  };
}
