import { log } from '@/lib/core/log';
import { Scope } from '@/lib/db/scope';
import { isNewestImpactOutdated } from '@/lib/impact/queries';
import { enqueue } from '@/lib/jobs/queue';
import { findWorkspaceIds } from '@/lib/workspaces/find-workspace-ids';

/** Has the rankings computed anew that an earlier version stored and this one cannot read: after an upgrade. */
export async function rankOutdated(): Promise<void> {
  for (const workspaceId of await findWorkspaceIds()) {
    const scope = Scope.issue(workspaceId, { kind: 'job', job: 'issues.rank' });
    if (!(await isNewestImpactOutdated(scope))) continue;
    await enqueue(scope, 'issues.rank', {});
    log().info({ workspaceId }, 'the ranking is of an earlier version: ranking again');
  }
}
