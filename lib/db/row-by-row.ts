import type { Db } from '@/lib/db/client';

/**
 * Runs queries that look up few rows in large tables with joins by index only: the planner cannot tell that they are few where they come
 * from a table that has just been filled, or from a WITH clause, and would read the large tables from end to end.
 */
export async function rowByRow<T>(db: Db, work: () => Promise<T>): Promise<T> {
  const [before] = await db.$queryRaw<{ nestloop: string; hashjoin: string; mergejoin: string }[]>`
    SELECT current_setting('enable_nestloop') AS nestloop, current_setting('enable_hashjoin') AS hashjoin,
      current_setting('enable_mergejoin') AS mergejoin`;
  if (!before) throw new Error('the database tells none of its settings');
  const set = ({ nestloop, hashjoin, mergejoin }: typeof before) => db.$executeRaw`
    SELECT set_config('enable_nestloop', ${nestloop}, true), set_config('enable_hashjoin', ${hashjoin}, true),
      set_config('enable_mergejoin', ${mergejoin}, true)`;
  await set({ nestloop: 'on', hashjoin: 'off', mergejoin: 'off' });
  const found = await work();
  await set(before);
  return found;
}
