import type { Scope } from '@/lib/db/scope';
import type { JobName } from '@/lib/jobs/contracts';

/**
 * Since when a job of this workspace waits or runs, or null when there is none.
 * @param payload narrows to jobs that carry these ids
 */
export async function findOpenJob(
  scope: Scope,
  name: JobName,
  payload: Readonly<Record<string, string>> = {},
): Promise<Date | null> {
  const wanted = JSON.stringify({ ...payload, workspaceId: scope.workspaceId });
  const [row] = await scope.run(
    (db) => db.$queryRaw<{ since: Date }[]>`
      SELECT created_on AS since FROM pgboss.job
      WHERE name = ${name} AND state < 'completed' AND data @> ${wanted}::jsonb
      ORDER BY created_on LIMIT 1`,
  );
  return row?.since ?? null;
}
