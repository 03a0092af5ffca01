import { idFrom } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import type { ImportTarget } from '@/lib/ingest/csv/fields';

/** What of a file tells its source, where nobody names one. */
export interface FileOrigin {
  target: ImportTarget;
  headerKey: string;
  fileName: string;
}

/** Sources of files that there are, by name, and the one that a file belongs to unless a person says otherwise. */
export interface SourceChoice {
  usual: string;
  names: string[];
}

/** Sources offered; another one can still be named. */
const MOST_OFFERED = 200;

export async function findSourceChoice(scope: Scope, origin: FileOrigin): Promise<SourceChoice> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const sources = await db.source.findMany({
      where: { workspaceId, kind: 'csv', config: { path: ['target'], equals: origin.target } },
      orderBy: { name: 'asc' },
      take: MOST_OFFERED,
      select: { name: true },
    });
    return { usual: (await findUsual(inner, origin)).name, names: sources.map(({ name }) => name) };
  });
}

/**
 * The source that a file belongs to, within which its identifiers count: the one that a person names, else one for each
 * target and header, named after the first file. So the same file again meets its own rows and adds nothing.
 */
export async function ensureSource(scope: Scope, origin: FileOrigin, named?: string): Promise<string> {
  const { workspaceId } = scope;
  const { target, headerKey } = origin;
  return scope.run(async (db, inner) => {
    const usual = await findUsual(inner, origin);
    const name = named ?? usual.name;
    if (usual.exists && name === usual.name) return usual.id;
    const id = name === usual.name ? usual.id : idFrom(`csv source ${workspaceId} named ${name}`);
    const { id: own } = await db.source.upsert({
      where: { workspaceId_kind_name: { workspaceId, kind: 'csv', name } },
      create: { workspaceId, id, kind: 'csv', name, config: { target, headerKey } },
      update: {},
      select: { id: true },
    });
    return own;
  });
}

/** The source of this header, or the one that would be made for it. */
async function findUsual(
  scope: Scope,
  { target, headerKey, fileName }: FileOrigin,
): Promise<{ id: string; name: string; exists: boolean }> {
  const { workspaceId } = scope;
  const id = idFrom(`csv source ${workspaceId} ${target} ${headerKey}`);
  return scope.run(async (db) => {
    const own = await db.source.findFirst({ where: { workspaceId, id }, select: { name: true } });
    if (own) return { id, name: own.name, exists: true };
    const base = fileName
      .replace(/\.(zip|gz)$/i, '')
      .replace(/\.(csv|tsv|txt|json|jsonl|ndjson|xlsx|eml|mbox)$/i, '');
    const isTaken = await db.source.findFirst({ where: { workspaceId, kind: 'csv', name: base } });
    return { id, name: isTaken ? `${base} (${headerKey.slice(0, 6)})` : base, exists: false };
  });
}
