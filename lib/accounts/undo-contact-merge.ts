import { undoMerge } from '@/lib/accounts/merge-contacts';
import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/permissions';
import { conflict, notFound } from '@/lib/core/errors';
import { actorId, type Scope } from '@/lib/db/scope';

/**
 * Takes a merge of two contacts back. They are different people from then on: no row and no suggestion joins them again.
 * @throws ExpectedError 'not_found', or 'conflict' where it was taken back before.
 */
export async function undoContactMerge(scope: Scope, mergeId: string): Promise<void> {
  requirePermission(scope, 'contacts.merge');
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const merge = await db.contactMerge.findFirst({ where: { workspaceId, id: mergeId } });
    if (!merge) throw notFound('merge');
    if (!(await undoMerge(db, workspaceId, mergeId))) throw conflict('This merge has been undone already.');
    await keepApart(inner, [merge.keptId, merge.droppedId]);
    await recordAudit(inner, {
      action: 'contact.merge_undone',
      subjectKind: 'contact',
      subjectId: merge.droppedId,
      details: { from: merge.keptId },
    });
  });
}

/** Takes back the merges that an import brought, the latest first. */
export async function undoMergesOfImport(scope: Scope, importId: string): Promise<void> {
  const { workspaceId } = scope;
  const merges = await scope.run((db) =>
    db.contactMerge.findMany({
      where: { workspaceId, importId, undoneAt: null },
      orderBy: { id: 'desc' },
      select: { id: true },
    }),
  );
  for (const { id } of merges) await scope.run((db) => undoMerge(db, workspaceId, id));
}

/** Notes that two contacts are different people. */
export async function keepApart(scope: Scope, pair: readonly [string, string]): Promise<void> {
  const memberId = actorId(scope);
  if (!memberId) throw new Error('Only a member says who is who');
  const [lowId, highId] = [...pair].sort() as [string, string];
  const { workspaceId } = scope;
  await scope.run((db) =>
    db.contactDistinction.createMany({
      data: [{ workspaceId, lowId, highId, memberId }],
      skipDuplicates: true,
    }),
  );
}
