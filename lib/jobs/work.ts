import type { JobWithMetadata, PgBoss } from 'pg-boss';

const POLL_SECONDS = 1;
/** Jobs fetched at once: while a fetch comes back full the next follows without waiting. */
const BATCH = 2;
/** A queue's jobs that run at once, each of another workspace: nobody waits for somebody else's million rows. */
const WORKSPACES_AT_ONCE = 2;

/** Takes jobs of one queue until the queue is closed: those of a workspace one after the other. */
export async function work(
  boss: PgBoss,
  name: string,
  run: (job: JobWithMetadata<unknown>) => Promise<void>,
): Promise<void> {
  await boss.work(
    name,
    {
      batchSize: BATCH,
      burstWhenBatchFull: true,
      pollingIntervalSeconds: POLL_SECONDS,
      localConcurrency: WORKSPACES_AT_ONCE,
      localGroupConcurrency: 1,
      includeMetadata: true,
    },
    async (batch: JobWithMetadata<unknown>[]) => {
      for (const job of batch) await run(job);
    },
  );
}
