import { idFrom } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import type { ImportTarget } from '@/lib/ingest/csv/fields';

/**
 * The source that files with this header belong to: one for each target and header, so that the same file again meets
 * its own rows and adds nothing. It is named after the first file.
 */
export async function ensureSource(
  scope: Scope,
  { target, headerKey, fileName }: { target: ImportTarget; headerKey: string; fileName: string },
): Promise<string> {
  const { workspaceId } = scope;
  const id = idFrom(`csv source ${workspaceId} ${target} ${headerKey}`);
  return scope.run(async (db) => {
    if (await db.source.findFirst({ where: { workspaceId, id }, select: { id: true } })) return id;
    const base = fileName
      .replace(/\.(zip|gz)$/i, '')
      .replace(/\.(csv|tsv|txt|json|jsonl|ndjson|xlsx|eml|mbox)$/i, '');
    const isTaken = await db.source.findFirst({ where: { workspaceId, kind: 'csv', name: base } });
    const name = isTaken ? `${base} (${headerKey.slice(0, 6)})` : base;
    const config = { target, headerKey };
    await db.source.create({ data: { workspaceId, id, kind: 'csv', name, config } });
    return id;
  });
}
