import { recordAudit } from '@/lib/audit/record';
import { conflict } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { resumableStatuses } from '@/lib/ingest/schema';
import { hasUpload } from '@/lib/ingest/upload-store';
import { enqueue } from '@/lib/jobs/queue';

/** Lets a failed or cancelled import go on from the row it reached. */
export async function resumeImport(scope: Scope, importId: string): Promise<void> {
  if (!hasUpload(scope, importId))
    throw conflict(
      'The file of this import is gone. Upload it again: rows already imported are not added twice.',
    );
  await scope.run(async (db, inner) => {
    const { count } = await db.import.updateMany({
      where: {
        workspaceId: scope.workspaceId,
        id: importId,
        status: { in: [...resumableStatuses] },
        sourceId: { not: null },
      },
      data: { status: 'queued', failure: null, finishedAt: null },
    });
    if (count === 0) throw conflict('This import cannot go on: it is running, done or undone.');
    await recordAudit(inner, { action: 'import.resumed', subjectKind: 'import', subjectId: importId });
    await enqueue(inner, 'ingest.import', { importId });
  });
}
