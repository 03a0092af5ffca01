import { setTimeout as wait } from 'node:timers/promises';
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { log } from '@/lib/core/log';
import { disconnect } from '@/lib/db/client';
import { Scope } from '@/lib/db/scope';
import { mailDoor } from '@/lib/ingest/hooks/mail-addresses';
import { type MailServer, openMailServer } from '@/lib/ingest/hooks/mail-server';
import { type JobName, jobs } from '@/lib/jobs/contracts';
import { closeQueue, openQueue, prepareQueues } from '@/lib/jobs/queue';
import { work } from '@/lib/jobs/work';
import { handlers } from '@/lib/worker/handlers';
import { rankOutdated } from '@/lib/worker/rank-outdated';
import { LOOK_EVERY_MS, restartLost } from '@/lib/worker/restart-lost';

/** How long running jobs may take to finish once the worker is told to stop; the lease returns what is left. */
const GRACE_MS = 8000;

const stopping = new AbortController();

async function main(): Promise<void> {
  const boss = await openQueue('worker');
  await prepareQueues(boss);
  for (const name of Object.keys(jobs) as JobName[]) {
    await work(boss, name, (job) => runJob(name, job));
  }
  log().info('worker ready');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void stop(boss));
  }
  mailServer = await takeMail();
  await rankOutdated().catch((error: unknown) =>
    log().error({ error: String(error) }, 'could not look for rankings of an earlier version'),
  );
  const lookForLost = () =>
    restartLost().catch((error: unknown) =>
      log().error({ error: String(error) }, 'could not look for connectors without a job'),
    );
  await lookForLost();
  setInterval(lookForLost, LOOK_EVERY_MS).unref();
}

let mailServer: MailServer | null = null;

/** Takes mail where the environment says so. Without it all else goes on: its senders keep their letters for days. */
async function takeMail(): Promise<MailServer | null> {
  const door = mailDoor();
  if (!door) return null;
  try {
    const server = await openMailServer(door);
    log().info(door, 'mail is taken');
    return server;
  } catch (error) {
    log().error(
      { ...door, error: String(error) },
      'mail cannot be taken there; is the port in use, or below 1024?',
    );
    return null;
  }
}

/**
 * Runs one job under a scope of its workspace. A failed one is logged, retried with back-off, and in the end kept; one that the
 * end of the worker cuts off is retried too.
 */
async function runJob<Name extends JobName>(name: Name, job: JobWithMetadata<unknown>): Promise<void> {
  const startedAt = performance.now();
  const payload = jobs[name].payload.parse(job.data);
  const scope = Scope.issue(payload.workspaceId, { kind: 'job', job: name });
  const context = { job: name, jobId: job.id, workspaceId: payload.workspaceId };
  try {
    const run = handlers[name] as (scope: Scope, payload: unknown, signal: AbortSignal) => Promise<void>;
    await run(scope, payload, stopping.signal);
    log().info({ ...context, tookMs: Math.round(performance.now() - startedAt) }, 'job done');
  } catch (error) {
    if (stopping.signal.aborted) {
      log().info(context, 'job stopped with the worker; the next one goes on with it');
      throw error;
    }
    log().error(
      {
        ...context,
        attempt: job.retryCount + 1,
        error: error instanceof Error ? error.stack : String(error),
      },
      'job failed',
    );
    throw error;
  }
}

let stopped: Promise<void> | undefined;

function stop(boss: PgBoss): Promise<void> {
  stopped ??= (async () => {
    stopping.abort();
    await mailServer?.close();
    await Promise.race([boss.stop({ graceful: true, timeout: GRACE_MS }), wait(GRACE_MS + 1000)]);
    await closeQueue();
    await disconnect();
    process.exit(0);
  })();
  return stopped;
}

main().catch((error: unknown) => {
  log().fatal({ error: error instanceof Error ? error.stack : String(error) }, 'worker could not start');
  process.exit(1);
});
