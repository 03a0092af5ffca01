import type { Scope } from '@/lib/db/scope';

/** The last day that the newest impact run counts, or null before the first run. */
export async function findImpactDay(scope: Scope): Promise<Date | null> {
  const run = await scope.run((db) =>
    db.impactRun.findFirst({
      where: { workspaceId: scope.workspaceId },
      orderBy: [{ computedAt: 'desc' }, { id: 'desc' }],
      select: { asOf: true },
    }),
  );
  return run?.asOf ?? null;
}
