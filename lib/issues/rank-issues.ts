import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { computeImpact } from '@/lib/impact/compute-impact';
import { adoptThemes } from '@/lib/issues/adopt-theme';
import { enqueue } from '@/lib/jobs/queue';
import { getSetting } from '@/lib/settings/queries';

/** Many changes in a row train once. */
const SETTLE_SECONDS = 5;

/** Computes impact anew and opens an issue for every theme that has none yet. */
export async function rankIssues(scope: Scope): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    // On a new installation the planner takes its first large import for a few rows, and joins row by row what it should
    // hash: most of a minute instead of a second. These queries read the whole workspace, for which hashing is never far
    // from best.
    await db.$executeRaw`SET LOCAL enable_nestloop = off`;
    const { currency, isSample } = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
    const rates = await getSetting(inner, 'currencyRates');
    const weights = await getSetting(inner, 'rankingWeights');
    const panel = await getSetting(inner, 'churnComparison');
    const themeIds = await computeImpact(inner, { now: new Date(), currency, rates, weights, panel });
    if (isSample) await adoptThemes(inner);
    const themes = await db.theme.findMany({ where: { workspaceId, id: { in: themeIds } } });
    await db.issue.createMany({
      data: themes.map((theme) => ({ workspaceId, id: newId(), themeId: theme.id, title: theme.name })),
      skipDuplicates: true,
    });
    // Health rests on the same records and is as old as the ranking, never older.
    await enqueue(inner, 'health.train', {}, { startAfterSeconds: SETTLE_SECONDS });
  });
}
