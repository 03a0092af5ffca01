import type { Scope } from '@/lib/db/scope';

/**
 * Has the database count the tables of which a tenth or more is new since it last did, and plan by that at once: by itself it
 * does so within a minute. Takes a second or two after many thousand rows, and nothing where few are new.
 */
export async function refreshStatistics(scope: Scope): Promise<void> {
  await scope.run((db) => db.$executeRaw`SELECT refresh_statistics()`);
}
