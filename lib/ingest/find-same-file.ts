import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { type ImportSummary, summariseImport } from '@/lib/ingest/find-imports';

/**
 * The newest other import of the very same file, byte for byte, to the same target, unless it was undone or never started; null where there
 * is none, or where the file's hash was not kept: imports of before it was are not known again.
 */
export async function findSameFile(scope: Scope, importId: string): Promise<ImportSummary | null> {
  const { workspaceId } = scope;
  const [same] = await scope.run((db) =>
    db.$queryRaw<{ id: string }[]>(Prisma.sql`
      SELECT other.id FROM imports own
        JOIN imports other ON other.workspace_id = own.workspace_id AND other.id <> own.id
          AND other.target = own.target AND other.file_bytes = own.file_bytes
          AND other.profile ->> 'sha256' = own.profile ->> 'sha256'
      WHERE own.workspace_id = ${workspaceId}::uuid AND own.id = ${importId}::uuid
        AND other.status NOT IN ('uploaded', 'undone')
      ORDER BY other.created_at DESC, other.id DESC LIMIT 1`),
  );
  return same ? summariseImport(scope, same.id) : null;
}
