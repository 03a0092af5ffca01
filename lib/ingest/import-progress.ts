import { recordAudit } from '@/lib/audit/record';
import type { Scope } from '@/lib/db/scope';
import { scheduleForgetting } from '@/lib/ingest/forget-upload';
import type { RowOutcome } from '@/lib/ingest/row-outcome';
import { enqueue } from '@/lib/jobs/queue';
import { redactPersonalData } from '@/lib/nlp/redact';

/** Errors kept of one import; the count goes on beyond. */
export const MOST_ERRORS_KEPT = 100_000;

/** Another worker has taken over, or somebody undoes the import: what this one was about to write is rolled back. */
export class LostImport extends Error {}

/**
 * Adds a batch's outcomes to an import in the batch's own transaction.
 * @param rowsBefore the row the batch begins at: when the import stands elsewhere, another worker has written it.
 * @returns whether to go on: false once somebody has asked to cancel.
 * @throws LostImport so that the batch is rolled back.
 */
export async function recordProgress(
  scope: Scope,
  importId: string,
  outcomes: RowOutcome[],
  { processedBytes, rowsBefore }: { processedBytes: number; rowsBefore: number },
): Promise<boolean> {
  const { workspaceId } = scope;
  const count = (...kinds: RowOutcome['kind'][]) =>
    outcomes.filter(({ kind }) => kinds.includes(kind)).length;
  return scope.run(async (db) => {
    const [row] = await db.import.updateManyAndReturn({
      where: { workspaceId, id: importId, rowsRead: rowsBefore, status: { in: ['running', 'cancelling'] } },
      data: {
        processedBytes,
        rowsRead: { increment: outcomes.length },
        rowsAdded: { increment: count('added', 'changed') },
        rowsUnchanged: { increment: count('unchanged') },
        rowsFailed: { increment: count('failed') },
      },
    });
    if (!row) throw new LostImport();
    const failed = outcomes.filter((outcome) => outcome.kind === 'failed');
    if (failed.length > 0 && row.rowsFailed - failed.length < MOST_ERRORS_KEPT) {
      await db.importError.createMany({
        data: failed.map(({ index, line, column, reason }) => ({
          workspaceId,
          importId,
          rowIndex: index,
          line,
          column,
          // A reason quotes the cell at fault, which may be anything.
          reason: redactPersonalData(reason).text.slice(0, 500),
        })),
        skipDuplicates: true,
      });
    }
    const repeats = outcomes.filter((outcome) => outcome.kind === 'unchanged');
    if (repeats.length > 0) {
      await db.importRepeat.createMany({
        data: repeats.map(({ index, line, externalId }) => ({
          ...{ workspaceId, importId, line, externalId },
          rowIndex: index,
        })),
      });
    }
    return row.status !== 'cancelling';
  });
}

/** Ends an import and lets themes and ranking take notice. */
export async function finishImport(
  scope: Scope,
  importId: string,
  status: 'succeeded' | 'cancelled' | 'undone',
): Promise<void> {
  await scope.run(async (db, inner) => {
    const row = await db.import.update({
      where: { workspaceId_id: { workspaceId: scope.workspaceId, id: importId } },
      data: { status, failure: null, finishedAt: new Date() },
    });
    await recordAudit(inner, {
      action: `import.${status}`,
      subjectKind: 'import',
      subjectId: importId,
      details: { rowsAdded: row.rowsAdded, rowsFailed: row.rowsFailed },
    });
    if (status === 'cancelled') await scheduleForgetting(inner, importId);
    await enqueue(inner, 'annotations.themes', {});
  });
}
