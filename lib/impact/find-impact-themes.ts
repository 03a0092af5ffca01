import type { Scope } from '@/lib/db/scope';
import { impactParametersSchema } from '@/lib/impact/schema';

/**
 * The last day that the newest impact run counts, the days up to it in which a problem exposes an account, and the themes
 * by name; null before the first run that this version can read.
 */
export async function findImpactThemes(
  scope: Scope,
): Promise<{ asOf: Date; windowDays: number; themes: { id: string; name: string }[] } | null> {
  const run = await scope.run((db) =>
    db.impactRun.findFirst({
      where: { workspaceId: scope.workspaceId },
      orderBy: [{ computedAt: 'desc' }, { id: 'desc' }],
      select: {
        asOf: true,
        parameters: true,
        impacts: {
          select: { theme: { select: { id: true, name: true } } },
          orderBy: { theme: { name: 'asc' } },
        },
      },
    }),
  );
  const parameters = impactParametersSchema.safeParse(run?.parameters);
  if (!run || !parameters.success) return null;
  const { windowDays } = parameters.data;
  return { asOf: run.asOf, windowDays, themes: run.impacts.map(({ theme }) => theme) };
}
