import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { ExpectedError } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import type { Scope } from '@/lib/db/scope';
import { scheduleForgetting } from '@/lib/ingest/forget-upload';
import { runningStatuses } from '@/lib/ingest/schema';
import { enqueue } from '@/lib/jobs/queue';

/** Why an import stopped for good, in words a person can act on; null when trying again may help. */
export function findLastingCause(error: unknown): string | null {
  // What is wrong with the file itself: an archive that breaks off half-way.
  if (error instanceof ExpectedError && error.kind === 'invalid') return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    return 'The uploaded file is gone. Upload it again: rows already imported are not added twice.';
  if (
    error instanceof z.ZodError ||
    (error instanceof Error && error.message.includes('map its columns anew'))
  )
    return 'Its columns cannot be read as they are mapped. Upload the file again and map its columns anew.';
  return null;
}

/** What to say when an import was tried several times in vain. */
const EXHAUSTED =
  'The worker could not finish it after several attempts; its log says why. What is imported stays. Try again to go on from the row it reached, or undo it.';

/** Marks an import that cannot go on by itself. What it has written stays. */
export async function failImport(scope: Scope, importId: string, reason: string = EXHAUSTED): Promise<void> {
  log().error({ importId, workspaceId: scope.workspaceId, reason }, 'import failed');
  await scope.run(async (db, inner) => {
    const key = { workspaceId: scope.workspaceId, id: importId };
    const failed = await db.import.updateMany({
      where: { ...key, status: { in: [...runningStatuses] } },
      data: { status: 'failed', failure: reason, finishedAt: new Date() },
    });
    if (failed.count === 0) return;
    await recordAudit(inner, { action: 'import.failed', subjectKind: 'import', subjectId: importId });
    await scheduleForgetting(inner, importId);
    await enqueue(inner, 'annotations.themes', {});
  });
}

/**
 * After the last attempt of an import or of its undo: says so where a person can act on it. An undo stays an undo, since
 * part of the rows is gone: only it can be tried again.
 */
export async function giveUpImport(scope: Scope, importId: string): Promise<void> {
  await failImport(scope, importId);
  await scope.run((db) =>
    db.import.updateMany({
      where: { workspaceId: scope.workspaceId, id: importId, status: 'undoing' },
      data: { failure: 'The undo stopped half-way; the log of the worker says why. Try again to finish it.' },
    }),
  );
}
