import { recordAudit } from '@/lib/audit/record';
import { conflict } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { undoableStatuses } from '@/lib/ingest/schema';
import { enqueue } from '@/lib/jobs/queue';

/** Has the worker take back all that an import brought; also when an earlier undo stopped half-way. */
export async function requestUndo(scope: Scope, importId: string): Promise<void> {
  await scope.run(async (db, inner) => {
    const { count } = await db.import.updateMany({
      where: {
        workspaceId: scope.workspaceId,
        id: importId,
        OR: [{ status: { in: [...undoableStatuses] } }, { status: 'undoing', failure: { not: null } }],
      },
      data: { status: 'undoing', failure: null },
    });
    if (count === 0)
      throw conflict('There is nothing to undo: this import is running, being undone or undone.');
    await recordAudit(inner, { action: 'import.undo_requested', subjectKind: 'import', subjectId: importId });
    await enqueue(inner, 'ingest.undo', { importId });
  });
}
