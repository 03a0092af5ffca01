import type { JobWithMetadata, PgBoss } from 'pg-boss';

const POLL_SECONDS = 1;
/** A queue's jobs that run at once, each of another workspace: nobody waits for somebody else's million rows. */
const WORKSPACES_AT_ONCE = 2;

/**
 * Takes jobs of one queue until the queue is closed: those of a workspace one after the other. They are fetched singly, for of two
 * fetched together the second would wait for the first, whosever that is; after each the next is fetched without waiting.
 */
export async function work(
  boss: PgBoss,
  name: string,
  run: (job: JobWithMetadata<unknown>) => Promise<void>,
): Promise<void> {
  for (let place = 0; place < WORKSPACES_AT_ONCE; place++) {
    const workerId: string = await boss.work(
      name,
      {
        batchSize: 1,
        pollingIntervalSeconds: POLL_SECONDS,
        localGroupConcurrency: 1,
        includeMetadata: true,
      },
      async (fetched: JobWithMetadata<unknown>[]) => {
        for (const job of fetched) await run(job);
        boss.notifyWorker(workerId);
      },
    );
  }
}
