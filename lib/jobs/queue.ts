import { PgBoss } from 'pg-boss';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import type { Scope } from '@/lib/db/scope';
import { type Contract, type JobInput, type JobName, jobs } from '@/lib/jobs/contracts';

const shared = globalThis as typeof globalThis & { verbatimBoss?: Promise<PgBoss> };

/**
 * Opens the queue. Its tables are made by the owner role before start (scripts/database), so no process of ours
 * migrates. The web process only sends; the worker also supervises.
 */
export async function openQueue(role: 'sender' | 'worker'): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    max: role === 'worker' ? 5 : 2,
    migrate: false,
    createSchema: false,
    supervise: role === 'worker',
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  boss.on('error', (error) => log().error({ error: error.message }, 'queue'));
  await boss.start();
  return boss;
}

/** Makes the queues that are not there yet and brings the settings of the others up to date. */
export async function prepareQueues(boss: PgBoss): Promise<void> {
  for (const [name, { exclusive, leaseSeconds, givenUpTo }] of Object.entries<Contract>(jobs)) {
    const options = {
      retryLimit: 3,
      retryBackoff: true,
      expireInSeconds: 24 * 3600,
      heartbeatSeconds: leaseSeconds,
      deleteAfterSeconds: 24 * 3600,
      ...(givenUpTo ? { deadLetter: givenUpTo } : {}),
    };
    if (await boss.getQueue(name)) await boss.updateQueue(name, options);
    else await boss.createQueue(name, { ...options, policy: exclusive ? 'short' : 'standard' });
  }
}

/**
 * Adds a job in the scope's transaction: it exists if and only if the rows it speaks of do.
 * On an exclusive queue a workspace's second waiting job is dropped, for the first has yet to look.
 * @param startAfterSeconds how long it waits at least; on an exclusive queue it meanwhile stands for all that follow
 */
export async function enqueue<Name extends JobName>(
  scope: Scope,
  name: Name,
  payload: JobInput<Name>,
  { startAfterSeconds = 0 }: { startAfterSeconds?: number } = {},
): Promise<void> {
  const boss = await findSender();
  const data = jobs[name].payload.parse({ ...payload, workspaceId: scope.workspaceId });
  await scope.run((_db, inner) =>
    boss.send(name, data, {
      db: { executeSql: async (sql, values) => ({ rows: await inner.runSql(sql, values ?? []) }) },
      startAfter: startAfterSeconds,
      group: { id: scope.workspaceId },
      ...(jobs[name].exclusive ? { singletonKey: scope.workspaceId } : {}),
    }),
  );
}

/** Opens the sending side before there is a job: half a second that the first person who edits would wait. */
export async function warmQueue(): Promise<void> {
  await findSender();
}

/** Opened once; where that failed, the next job tries again. */
function findSender(): Promise<PgBoss> {
  shared.verbatimBoss ??= openSender().catch((error: unknown) => {
    shared.verbatimBoss = undefined;
    throw error;
  });
  return shared.verbatimBoss;
}

/** The sending side makes queues too: it may come before the first worker. */
async function openSender(): Promise<PgBoss> {
  const boss = await openQueue('sender');
  try {
    await prepareQueues(boss);
  } catch (error) {
    // Opened anew by the next job: its connections would stay.
    await boss.stop({ graceful: false });
    throw error;
  }
  return boss;
}

/** Closes the sending side; for processes that end. */
export async function closeQueue(): Promise<void> {
  const boss = await shared.verbatimBoss;
  shared.verbatimBoss = undefined;
  await boss?.stop({ graceful: false });
}
