import { log } from '@/lib/core/log';
import type { Scope } from '@/lib/db/scope';

/**
 * Has the database count the tables of which a tenth or more is new since it last did, and plan by that at once: by itself it
 * does so within a minute. Takes a second or two after many thousand rows, and nothing where few are new. Where it cannot (another
 * session is at work on a table) what was done before stands, and only the log says so.
 */
export async function refreshStatistics(scope: Scope): Promise<void> {
  try {
    await scope.run((db) => db.$executeRaw`SELECT refresh_statistics()`);
  } catch (error) {
    log().warn({ error: error instanceof Error ? error.message : String(error) }, 'statistics not refreshed');
  }
}
