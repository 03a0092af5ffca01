import type { Scope } from '@/lib/db/scope';
import { findOpenJob } from '@/lib/jobs/find-open-job';
import { enqueue } from '@/lib/jobs/queue';

/** A run that was due so long ago, and that no worker has, is looked for in the queue. */
const LOST_AFTER_MS = 10 * 60_000;

/**
 * Plans runs of connectors anew whose job is gone: a queue that was emptied or restored from an older copy, or a job that died with
 * its worker. One that still waits in a long queue is left alone.
 * @returns how many.
 */
export async function restartLostPulls(scope: Scope, now: Date = new Date()): Promise<number> {
  const before = new Date(now.getTime() - LOST_AFTER_MS);
  return scope.run(async (db, inner) => {
    const overdue = await db.connector.findMany({
      where: {
        ...{ workspaceId: scope.workspaceId, isPaused: false, nextRunAt: { lt: before } },
        OR: [{ claimedUntil: null }, { claimedUntil: { lt: before } }],
      },
      select: { id: true },
    });
    let restarted = 0;
    for (const { id: connectorId } of overdue) {
      if (await findOpenJob(inner, 'ingest.pull', { connectorId })) continue;
      await enqueue(inner, 'ingest.pull', { connectorId });
      restarted++;
    }
    return restarted;
  });
}
