import { refreshStatistics } from '@/lib/db/refresh-statistics';
import type { Scope } from '@/lib/db/scope';
import { ForeseenRedactions } from '@/lib/feedback/foreseen-redactions';
import { isQuestionnaire } from '@/lib/ingest/csv/fields';
import { type Mapping, mappingSchema } from '@/lib/ingest/csv/mapping-schema';
import { questionsOf } from '@/lib/ingest/csv/questions';
import { keepErrorReport } from '@/lib/ingest/error-report';
import { failImport, findLastingCause } from '@/lib/ingest/fail-import';
import { openTable } from '@/lib/ingest/files/read-table';
import { finishImport, LostImport, recordProgress } from '@/lib/ingest/import-progress';
import { partKnownLetters } from '@/lib/ingest/letters';
import { findOwnDomains } from '@/lib/ingest/own-domains';
import { readAhead } from '@/lib/ingest/read-ahead';
import { type Batch, type BatchLimits, readBatches } from '@/lib/ingest/read-batches';
import { importProfileSchema } from '@/lib/ingest/schema';
import { removeUpload, uploadPath } from '@/lib/ingest/upload-store';
import { writeAccountRows } from '@/lib/ingest/write-account-rows';
import { textsOf, writeFeedbackRows } from '@/lib/ingest/write-feedback-rows';
import { ensureImportedSurvey, type ImportedSurvey } from '@/lib/responses/ensure-imported-survey';

/** What is written in one transaction. Two batches are held at a time, and each thousand rows of them takes some 20 MB. */
const LIMITS: BatchLimits = { rows: 700, characters: 1_000_000 };

/**
 * Reads an import's file row by row and writes it batch by batch; each batch commits with its progress, so a worker that
 * dies hands on exactly where it stopped. Bad rows are kept as errors and stop nothing. Asked to cancel, it stops after
 * the batch at hand and keeps what is written. A cause that no retry mends ends it as failed, with the reason. Afterwards
 * the file is gone, and of refused rows a redacted report is kept.
 */
export async function runImport(
  scope: Scope,
  importId: string,
  signal: AbortSignal,
  limits: BatchLimits = LIMITS,
): Promise<void> {
  try {
    const job = await begin(scope, importId);
    if (job) await readAndWrite(scope, importId, job, { signal, limits });
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

/** Reads what is left of the file and writes it; the next batch is read while the database writes the one before. */
async function readAndWrite(
  scope: Scope,
  importId: string,
  job: ImportJob,
  { signal, limits }: { signal: AbortSignal; limits: BatchLimits },
): Promise<void> {
  const table = openTable(uploadPath(scope, importId), job.mapping, job.header);
  const reading = { ...job, ownDomains: await findOwnDomains(scope) };
  const today = new Date();
  const batches = foreseeRedactions(scope, readBatches(table, reading, job.rowsRead, limits));
  for await (const { batch, foreseen } of readAhead(batches)) {
    if (!(await writeBatch(scope, importId, { job, batch, foreseen, today }))) {
      await refreshStatistics(scope);
      await finishImport(scope, importId, 'cancelled');
      return;
    }
    // Not done: thrown, so that the queue hands the rest to the next worker.
    signal.throwIfAborted();
  }
  await keepErrorReport(scope, importId);
  await refreshStatistics(scope);
  await finishImport(scope, importId, 'succeeded');
  await removeUpload(scope, importId);
}

interface ReadBatch {
  batch: Batch;
  foreseen: ForeseenRedactions;
}

/** Redacts what is read ahead, too. */
async function* foreseeRedactions(scope: Scope, batches: AsyncIterable<Batch>): AsyncGenerator<ReadBatch> {
  const foresee = await ForeseenRedactions.open(scope);
  for await (const batch of batches)
    yield { batch, foreseen: await foresee(batch.feedback.flatMap(textsOf)) };
}

/**
 * Writes a batch and the progress it makes in one transaction.
 * @returns whether to go on: false once somebody has asked to cancel.
 */
async function writeBatch(
  scope: Scope,
  importId: string,
  { job, batch, foreseen, today }: ReadBatch & { job: ImportJob; today: Date },
): Promise<boolean> {
  const { mapping, sourceId, survey } = job;
  return scope.run(async (_db, inner) => {
    // The database plans the checks of foreign keys once a session: those of a table that was empty then read all
    // accounts for each row. Planning anew takes a few milliseconds a batch.
    await inner.runSql('DISCARD PLANS', []);
    const { rows, known } =
      mapping.layout.kind === 'mail'
        ? await partKnownLetters(inner, sourceId, batch.feedback)
        : { rows: batch.feedback, known: [] };
    const written =
      mapping.target === 'feedback'
        ? await writeFeedbackRows(inner, rows, {
            ...{ sourceId, importId, survey, foreseen, today },
            columns: mapping.columns,
          })
        : await writeAccountRows(inner, batch.accounts, { importId, today, columns: mapping.columns });
    return recordProgress(inner, importId, [...batch.faults, ...known, ...written], batch);
  });
}
