import { log } from '@/lib/core/log';
import { Scope } from '@/lib/db/scope';
import { restartLostPulls } from '@/lib/ingest/connectors/restart-lost';
import { findWorkspaceIds } from '@/lib/workspaces/find-workspace-ids';

/** How often is looked for connectors that should have run and have no job. */
export const LOOK_EVERY_MS = 10 * 60_000;

/** Lets connectors of every workspace run again whose job is lost. */
export async function restartLost(): Promise<void> {
  for (const workspaceId of await findWorkspaceIds()) {
    const count = await restartLostPulls(Scope.issue(workspaceId, { kind: 'job', job: 'ingest.pull' }));
    if (count > 0)
      log().warn({ workspaceId, count }, 'connectors were overdue without a job: they run again');
  }
}
