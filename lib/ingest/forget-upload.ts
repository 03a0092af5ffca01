import { recordAudit } from '@/lib/audit/record';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { keepErrorReport } from '@/lib/ingest/error-report';
import { resumableStatuses } from '@/lib/ingest/schema';
import { removeUpload } from '@/lib/ingest/upload-store';
import { enqueue } from '@/lib/jobs/queue';

/** How long a file is kept that was uploaded and not imported, or whose import stopped before its end and may go on. */
export const UPLOAD_KEPT_DAYS = 7;
const KEPT_SECONDS = UPLOAD_KEPT_DAYS * 24 * 3600;

/**
 * To be called in the transaction that takes a file or stops an import: the file goes when nobody starts the import, or lets it go
 * on, in time.
 */
export async function scheduleForgetting(scope: Scope, importId: string): Promise<void> {
  await enqueue(scope, 'ingest.forget-upload', { importId }, { startAfterSeconds: KEPT_SECONDS });
}

/**
 * Removes the uploaded file of an import that stopped long enough ago; the redacted report on its refused rows stays. One that
 * went on meanwhile is left alone: should it stop again, its time counts from there. Of an import that nobody started nothing stays.
 */
export async function forgetUpload(scope: Scope, importId: string, now: Date = new Date()): Promise<void> {
  const before = new Date(now.getTime() - KEPT_SECONDS * 1000);
  if (await removeNeverStarted(scope, importId, before)) return removeUpload(scope, importId);
  const isForgotten = await scope.run((db) => hasStopped(db, scope.workspaceId, importId, before));
  if (!isForgotten) return;
  await keepErrorReport(scope, importId);
  await removeUpload(scope, importId);
}

function removeNeverStarted(scope: Scope, importId: string, before: Date): Promise<boolean> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const { count } = await db.import.deleteMany({
      where: { workspaceId, id: importId, status: 'uploaded', createdAt: { lte: before } },
    });
    if (count > 0)
      await recordAudit(inner, { action: 'import.removed', subjectKind: 'import', subjectId: importId });
    return count > 0;
  });
}

async function hasStopped(db: Db, workspaceId: string, importId: string, before: Date): Promise<boolean> {
  const count = await db.import.count({
    where: {
      workspaceId,
      id: importId,
      status: { in: [...resumableStatuses] },
      finishedAt: { lte: before },
    },
  });
  return count > 0;
}
