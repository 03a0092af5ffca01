import { recordAudit } from '@/lib/audit/record';
import { invalid } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { actorId, type Scope } from '@/lib/db/scope';
import type { ImportTarget } from '@/lib/ingest/csv/fields';
import { examineUpload } from '@/lib/ingest/examine-upload';
import { scheduleForgetting } from '@/lib/ingest/forget-upload';
import { redactSamples } from '@/lib/ingest/redact-samples';
import { storedProfile } from '@/lib/ingest/stored-profile';
import { removeUpload, storeUpload } from '@/lib/ingest/upload-store';

interface Upload {
  target: ImportTarget;
  /** As the sender names it; shown, never used as a path. */
  fileName: string;
  body: AsyncIterable<Uint8Array> | null;
  /** The size the sender names, or null. */
  expectedBytes: number | null;
}

/**
 * Stores an uploaded file, finds out how it is written and which columns fill which fields, and makes the import that
 * waits for a person to look at that. A file that cannot be imported leaves nothing behind.
 * @returns the import's id.
 * @throws ExpectedError saying what is wrong with the file.
 */
export async function createImport(scope: Scope, upload: Upload): Promise<string> {
  const createdById = actorId(scope);
  if (!createdById) throw new Error('Only a member uploads files');
  const importId = newId();
  const fileBytes = upload.body ? await storeUpload(scope, importId, upload.body, upload.expectedBytes) : 0;
  try {
    if (fileBytes === 0) throw invalid('The file is empty.');
    if (upload.expectedBytes !== null && fileBytes < upload.expectedBytes)
      throw invalid('The file did not arrive whole. Send it again.');
    const profile = await redactSamples(scope, await examineUpload(scope, importId, upload.target));
    const fileName = upload.fileName.replace(/[\p{C}]/gu, '').slice(0, 200) || 'file.csv';
    await scope.run(async (db, inner) => {
      await db.import.create({
        data: {
          workspaceId: scope.workspaceId,
          id: importId,
          target: upload.target,
          fileName,
          fileBytes,
          profile: storedProfile(profile),
          createdById,
        },
      });
      await recordAudit(inner, {
        action: 'import.uploaded',
        subjectKind: 'import',
        subjectId: importId,
        details: { target: upload.target, fileBytes },
      });
      await scheduleForgetting(inner, importId);
    });
    return importId;
  } catch (error) {
    await removeUpload(scope, importId);
    throw error;
  }
}
