import { recordAudit } from '@/lib/audit/record';
import type { Scope } from '@/lib/db/scope';
import type { WorkspaceInput } from '@/lib/workspaces/schema';

/** Sets the name and the currency that money is counted in. The address stays, so that links keep working. */
export async function updateWorkspace(
  scope: Scope,
  { workspaceName, currency }: WorkspaceInput,
): Promise<void> {
  const where = { id: scope.workspaceId };
  await scope.run(async (db, inner) => {
    const before = await db.workspace.findUniqueOrThrow({ where });
    if (before.name === workspaceName && before.currency === currency) return;
    await db.workspace.update({ where, data: { name: workspaceName, currency } });
    await recordAudit(inner, {
      action: 'workspace.updated',
      subjectKind: 'workspace',
      subjectId: scope.workspaceId,
      details: {
        from: { name: before.name, currency: before.currency },
        to: { name: workspaceName, currency },
      },
    });
  });
}
