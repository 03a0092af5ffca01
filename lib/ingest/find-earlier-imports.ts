import type { Scope } from '@/lib/db/scope';

export interface EarlierImport {
  id: string;
  fileName: string;
  startedAt: Date;
}

/**
 * The imports of files with the same columns that were started before this one and still stand, newest first: what a row
 * that is here already most likely came with. Rows are recognised within the files of one header.
 */
export async function findEarlierImports(scope: Scope, importId: string, most = 3): Promise<EarlierImport[]> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const own = await db.import.findFirst({ where: { workspaceId, id: importId } });
    if (!own?.sourceId || !own.startedAt) return [];
    const rows = await db.import.findMany({
      where: {
        workspaceId,
        sourceId: own.sourceId,
        startedAt: { lt: own.startedAt },
        status: { notIn: ['undoing', 'undone'] },
        rowsAdded: { gt: 0 },
      },
      orderBy: { startedAt: 'desc' },
      take: most,
      select: { id: true, fileName: true, startedAt: true },
    });
    return rows.flatMap(({ startedAt, ...row }) => (startedAt ? [{ ...row, startedAt }] : []));
  });
}
