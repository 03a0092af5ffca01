import type { Db } from '@/lib/db/client';

/**
 * Runs queries that read most of a workspace with joins by hashing only. The planner cannot tell how many rows the tables
 * of a WITH clause have, takes them for a few, and would join them row by row: minutes instead of a second.
 */
export async function withoutNestedLoops<T>(db: Db, work: () => Promise<T>): Promise<T> {
  await db.$executeRaw`SET LOCAL enable_nestloop = off`;
  const found = await work();
  // After an error there is nothing to set back: it has ended the transaction, and the setting with it.
  await db.$executeRaw`SET LOCAL enable_nestloop = on`;
  return found;
}
