import type { Scope } from '@/lib/db/scope';

/** When anybody of an account last said something, known by name or not; null if never. */
export async function findLastSaid(scope: Scope, accountId: string): Promise<Date | null> {
  const latest = await scope.run((db) =>
    db.feedback.findFirst({
      where: { workspaceId: scope.workspaceId, accountId },
      orderBy: { occurredAt: 'desc' },
      select: { occurredAt: true },
    }),
  );
  return latest?.occurredAt ?? null;
}
