import { recordAudit } from '@/lib/audit/record';
import { conflict } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { removeUpload } from '@/lib/ingest/upload-store';

/** Throws away an uploaded file whose import was never started. */
export async function removeImport(scope: Scope, importId: string): Promise<void> {
  await scope.run(async (db, inner) => {
    const { count } = await db.import.deleteMany({
      where: { workspaceId: scope.workspaceId, id: importId, status: 'uploaded' },
    });
    if (count === 0) throw conflict('This import has been started, so it is kept. You can undo it instead.');
    await recordAudit(inner, { action: 'import.removed', subjectKind: 'import', subjectId: importId });
  });
  await removeUpload(scope, importId);
}
