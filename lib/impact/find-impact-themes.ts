import type { Scope } from '@/lib/db/scope';

/** The last day that the newest impact run counts and the themes in it, by name; null before the first run. */
export async function findImpactThemes(
  scope: Scope,
): Promise<{ asOf: Date; themes: { id: string; name: string }[] } | null> {
  const run = await scope.run((db) =>
    db.impactRun.findFirst({
      where: { workspaceId: scope.workspaceId },
      orderBy: [{ computedAt: 'desc' }, { id: 'desc' }],
      select: {
        asOf: true,
        impacts: {
          select: { theme: { select: { id: true, name: true } } },
          orderBy: { theme: { name: 'asc' } },
        },
      },
    }),
  );
  return run && { asOf: run.asOf, themes: run.impacts.map(({ theme }) => theme) };
}
