import { recordAudit } from '@/lib/audit/record';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';
import { setSetting } from '@/lib/settings/commands';
import type { WorkspaceInput } from '@/lib/workspaces/schema';

/**
 * Sets the name and the currency that money is counted in. The address stays, so that links keep working. Rates to the
 * currency before mean nothing in another: they are forgotten, and the ranking, which weighs revenue, runs again.
 */
export async function updateWorkspace(
  scope: Scope,
  { workspaceName, currency }: WorkspaceInput,
): Promise<void> {
  const where = { id: scope.workspaceId };
  await scope.run(async (db, inner) => {
    const before = await db.workspace.findUniqueOrThrow({ where });
    if (before.name === workspaceName && before.currency === currency) return;
    await db.workspace.update({ where, data: { name: workspaceName, currency } });
    if (before.currency !== currency) {
      await setSetting(inner, 'currencyRates', {});
      await enqueue(inner, 'issues.rank', {});
    }
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
