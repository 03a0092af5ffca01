import type { Scope } from '@/lib/db/scope';

/** Until the transaction ends nobody else changes this workspace's themes: two merges could make a circle. */
export async function lockThemes(scope: Scope): Promise<void> {
  const key = `themes ${scope.workspaceId}`;
  await scope.run((db) => db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}
