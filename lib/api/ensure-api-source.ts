import { idFrom } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';

/** The source of rows that programs send under a name; made at its first use. */
export async function ensureApiSource(scope: Scope, name: string): Promise<string> {
  const { workspaceId } = scope;
  const id = idFrom(`api source ${workspaceId} ${name}`);
  await scope.run((db) =>
    db.source.createMany({ data: [{ workspaceId, id, kind: 'api', name }], skipDuplicates: true }),
  );
  return id;
}
