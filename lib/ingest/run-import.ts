import type { Scope } from '@/lib/db/scope';
import { compileAccountMapping, compileFeedbackMapping } from '@/lib/ingest/csv/apply-mapping';
import { isQuestionnaire } from '@/lib/ingest/csv/fields';
import type { AccountRow } from '@/lib/ingest/csv/imported-row';
import { type Mapping, mappingSchema } from '@/lib/ingest/csv/mapping-schema';
import { questionsOf } from '@/lib/ingest/csv/questions';
import { makeRowIdentity } from '@/lib/ingest/csv/row-identity';
import { keepErrorReport } from '@/lib/ingest/error-report';
import { failImport, findLastingCause } from '@/lib/ingest/fail-import';
import { openTable } from '@/lib/ingest/files/read-table';
import { finishImport, LostImport, recordProgress } from '@/lib/ingest/import-progress';
import { findOwnDomains, isFromOwnPeople } from '@/lib/ingest/own-domains';
import type { RowOutcome } from '@/lib/ingest/row-outcome';
import { importProfileSchema } from '@/lib/ingest/schema';
import { removeUpload, uploadPath } from '@/lib/ingest/upload-store';
import { writeAccountRows } from '@/lib/ingest/write-account-rows';
import { type IdentifiedRow, writeFeedbackRows } from '@/lib/ingest/write-feedback-rows';
import { ensureImportedSurvey, type ImportedSurvey } from '@/lib/responses/ensure-imported-survey';

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
  /** What answers refer to, where the file is those of a questionnaire. */
  survey: ImportedSurvey | null;
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
    const mapping = mappingSchema.parse(row.mapping);
    const name = row.fileName.replace(/\.(zip|gz)$/i, '').replace(/\.\w{2,6}$/, '');
    return {
      mapping,
      header: importProfileSchema.parse(row.profile).header,
      sourceId: row.sourceId,
      rowsRead: row.rowsRead,
      survey: await ensureSurvey(inner, { sourceId: row.sourceId, name, mapping }),
    };
  });
}

/** The survey of a questionnaire's answers; null for any other file. */
async function ensureSurvey(
  scope: Scope,
  { mapping, ...origin }: { sourceId: string; name: string; mapping: Mapping },
): Promise<ImportedSurvey | null> {
  const isOfAnswers = mapping.target === 'feedback' && isQuestionnaire(mapping.columns);
  return isOfAnswers ? ensureImportedSurvey(scope, origin, questionsOf(mapping)) : null;
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
  const mapRow = compileRow(job.mapping, job.header, await findOwnDomains(scope));
  const today = new Date();
  const table = openTable(uploadPath(scope, importId), job.mapping, job.header);
  let rowsBefore = job.rowsRead;
  let batch = emptyBatch();
  for await (const read of table) {
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
          ? await writeFeedbackRows(inner, batch.feedback, {
              sourceId: job.sourceId,
              importId,
              survey: job.survey,
            })
          : await writeAccountRows(inner, batch.accounts, { importId, today });
      const outcomes = [...batch.faults, ...written];
      return recordProgress(inner, importId, outcomes, { processedBytes: table.bytes, rowsBefore });
    });
    rowsBefore += sizeOf(batch);
    batch = emptyBatch();
    if (!goesOn) await finishImport(scope, importId, 'cancelled');
    return goesOn;
  }
}

type ReadResult = { line: number; index: number; record: string[]; error?: string };

/** Makes the function that maps a row now and adds it to a batch later. */
function compileRow(
  mapping: Mapping,
  header: string[],
  ownDomains: ReadonlySet<string>,
): (read: ReadResult) => (batch: Batch) => void {
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
    if (mapping.layout.kind === 'mail' && isFromOwnPeople(row.contactEmail, ownDomains))
      return fault(line, 'your own people wrote this, not a customer', 'from');
    // A date that stands for the whole file is not part of what a row says: the same file on another day is the same.
    const externalId = identify(hasDates ? row : { ...row, occurredAt: null });
    return (batch) => batch.feedback.push({ line, externalId, row });
  };
}
