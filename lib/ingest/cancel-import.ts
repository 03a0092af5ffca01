import { recordAudit } from '@/lib/audit/record';
import { conflict } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { scheduleForgetting } from '@/lib/ingest/forget-upload';

/** Asks a running import to stop after the rows at hand; one that has not begun stops at once. What is written stays. */
export async function cancelImport(scope: Scope, importId: string): Promise<void> {
  await scope.run(async (db, inner) => {
    const key = { workspaceId: scope.workspaceId, id: importId };
    const queued = await db.import.updateMany({
      where: { ...key, status: 'queued' },
      data: { status: 'cancelled', finishedAt: new Date() },
    });
    const running = await db.import.updateMany({
      where: { ...key, status: 'running' },
      data: { status: 'cancelling' },
    });
    if (queued.count + running.count === 0) throw conflict('This import is not running.');
    if (queued.count > 0) await scheduleForgetting(inner, importId);
    await recordAudit(inner, {
      action: 'import.cancel_requested',
      subjectKind: 'import',
      subjectId: importId,
    });
  });
}
