import type { Scope } from '@/lib/db/scope';
import type { Run } from '@/lib/ingest/connectors/run-connector';
import { enqueue } from '@/lib/jobs/queue';

/** How a run ended. */
export type Ending =
  | { state: 'succeeded' | 'interrupted' | 'cancelled'; failure: string | null }
  | { state: 'waiting'; failure: string; retryAfterSeconds: number | null }
  /** It takes a person. */
  | { state: 'failed'; failure: string };

/** Another worker has the run, or nobody wants it any more. */
export class LostRun extends Error {}

/** Runs are listed so long. */
export const KEPT_DAYS = 90;
const DAY_MS = 86_400_000;
const FIRST_WAIT_SECONDS = 60;
const LONGEST_WAIT_SECONDS = 3600;
/** What takes a person is tried again all the same: somebody may have mended it over there. */
const LONGEST_REFUSED_SECONDS = 86_400;

/** Seconds until the next run; null where somebody stopped the connector. */
export function findWait(
  { intervalMinutes, failures }: Pick<Run, 'intervalMinutes' | 'failures'>,
  ending: Ending,
): number | null {
  const interval = intervalMinutes * 60;
  switch (ending.state) {
    case 'succeeded':
      return interval;
    case 'interrupted':
      return 0;
    case 'waiting':
      return ending.retryAfterSeconds ?? Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** failures);
    case 'failed':
      return Math.min(LONGEST_REFUSED_SECONDS, interval * 2 ** failures);
    case 'cancelled':
      return null;
  }
}

/** Keeps how a run ended and plans the next one. */
export async function endRun(scope: Scope, run: Run, ending: Ending, now: Date): Promise<void> {
  const { workspaceId } = scope;
  const wait = findWait(run, ending);
  const hasFailed = ending.state === 'waiting' || ending.state === 'failed';
  await scope.run(async (db, inner) => {
    await db.connectorRun.updateMany({
      where: { workspaceId, id: run.id, state: 'running' },
      data: {
        state: ending.state,
        finishedAt: now,
        ...(ending.failure === null ? {} : { failure: ending.failure }),
      },
    });
    await db.connectorRun.deleteMany({
      where: {
        ...{ workspaceId, connectorId: run.connectorId },
        startedAt: { lt: new Date(now.getTime() - KEPT_DAYS * DAY_MS) },
      },
    });
    const { count } = await db.connector.updateMany({
      where: { workspaceId, id: run.connectorId },
      data: {
        claimedUntil: null,
        isCancelled: false,
        isPaused: wait === null,
        nextRunAt: wait === null ? null : new Date(now.getTime() + wait * 1000),
        needsPerson: ending.state === 'failed',
        ...(hasFailed ? { failure: ending.failure, failures: { increment: 1 } } : {}),
        ...(hasFailed || ending.state === 'cancelled' ? {} : { failure: null, failures: 0 }),
        ...(ending.state === 'succeeded' ? { lastSuccessAt: now } : {}),
      },
    });
    if (wait === null || count === 0) return;
    await enqueue(inner, 'ingest.pull', { connectorId: run.connectorId }, { startAfterSeconds: wait });
  });
}
