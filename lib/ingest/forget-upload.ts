import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { keepErrorReport } from '@/lib/ingest/error-report';
import { resumableStatuses } from '@/lib/ingest/schema';
import { removeUpload } from '@/lib/ingest/upload-store';
import { enqueue } from '@/lib/jobs/queue';

/** How long the file of an import that stopped before its end is kept, so that the import may go on. */
const KEPT_SECONDS = 7 * 24 * 3600;

/** To be called in the transaction that stops an import: its file goes when nobody lets the import go on in time. */
export async function scheduleForgetting(scope: Scope, importId: string): Promise<void> {
  await enqueue(scope, 'ingest.forget-upload', { importId }, { startAfterSeconds: KEPT_SECONDS });
}

/**
 * Removes the uploaded file of an import that stopped long enough ago; the redacted report on its refused rows stays.
 * One that went on meanwhile is left alone: should it stop again, its time counts from there.
 */
export async function forgetUpload(scope: Scope, importId: string, now: Date = new Date()): Promise<void> {
  const isForgotten = await scope.run((db) => hasStoppedLongAgo(db, scope.workspaceId, importId, now));
  if (!isForgotten) return;
  await keepErrorReport(scope, importId);
  await removeUpload(scope, importId);
}

async function hasStoppedLongAgo(db: Db, workspaceId: string, importId: string, now: Date): Promise<boolean> {
  const stoppedBefore = new Date(now.getTime() - KEPT_SECONDS * 1000);
  const count = await db.import.count({
    where: {
      workspaceId,
      id: importId,
      status: { in: [...resumableStatuses] },
      finishedAt: { lte: stoppedBefore },
    },
  });
  return count > 0;
}
