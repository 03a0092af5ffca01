import { conflict, notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { examineUpload } from '@/lib/ingest/examine-upload';
import { redactSamples } from '@/lib/ingest/redact-samples';
import type { FileFormat } from '@/lib/ingest/schema';
import { storedProfile } from '@/lib/ingest/stored-profile';

/** Reads an uploaded file again as a person says it is written; the columns are guessed anew. */
export async function setFileFormat(scope: Scope, importId: string, format: FileFormat): Promise<void> {
  const { workspaceId } = scope;
  const where = { workspaceId, id: importId };
  const row = await scope.run((db) => db.import.findFirst({ where, select: { target: true, status: true } }));
  if (!row) throw notFound('import');
  if (row.status !== 'uploaded') throw conflict('This import has started; its file is not read anew.');
  const profile = await redactSamples(scope, await examineUpload(scope, importId, row.target, format));
  await scope.run((db) =>
    db.import.updateMany({
      where: { ...where, status: 'uploaded' },
      data: { profile: storedProfile(profile) },
    }),
  );
}
