import { assignThemes } from '@/lib/annotations/assign-themes';
import { countThemeSpans, findPipelineState, isReading } from '@/lib/annotations/find-pipeline-state';
import { FEWEST_SPANS } from '@/lib/annotations/find-theme-discovery';
import { proposeChanges } from '@/lib/annotations/propose-changes';
import { readSpans } from '@/lib/annotations/read-spans';
import { sampleSpans } from '@/lib/annotations/sample-spans';
import { getTextEngine } from '@/lib/annotations/text-engine';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';
import { saveThemeModel } from '@/lib/themes/commands';
import { findThemeModel } from '@/lib/themes/queries';

/** Discovery runs again when the spans have grown by this factor since it last ran. */
const GROWTH = 1.5;
const PAGE = 2000;

/**
 * Looks for themes when it is due, then hands over to alerts and ranking. The first look makes the themes of a workspace that has
 * none and assigns every span to them; every later one only proposes changes. While statements are unread or an import
 * runs it leaves the work to whoever ends last.
 */
export async function discoverThemes(scope: Scope, { force = false } = {}): Promise<void> {
  if (isReading(await findPipelineState(scope))) return;
  const spanCount = await countThemeSpans(scope);
  const lookedAt = await findSpansLookedAt(scope);
  const due = force || lookedAt === null || spanCount >= lookedAt * GROWTH;
  if (due && spanCount >= FEWEST_SPANS) await look(scope, spanCount);
  await enqueue(scope, 'alerts.evaluate', {});
  await enqueue(scope, 'issues.rank', {});
}

async function look(scope: Scope, spanCount: number): Promise<void> {
  const { workspaceId } = scope;
  const spans = await sampleSpans(scope);
  const engine = await getTextEngine();
  const found = await engine.discoverThemes(spans);
  // Together or not at all: a model without its assignments would look as if all were done.
  await scope.run(async (db, inner) => {
    if (await findThemeModel(inner)) return proposeChanges(inner, { found, spans, spanCount });
    const hasThemes = (await db.theme.count({ where: { workspaceId, withdrawnAt: null } })) > 0;
    await saveThemeModel(inner, {
      ...found,
      ...(hasThemes ? { themes: [], subthemes: [] } : {}),
      trainedOn: spanCount,
    });
    await assignAll(inner);
    if (hasThemes) await proposeChanges(inner, { found, spans, spanCount });
  });
}

/** Spans there were at the last look, or null before the first. */
async function findSpansLookedAt(scope: Scope): Promise<number | null> {
  const base = await findThemeModel(scope);
  if (!base) return null;
  const newest = await scope.run((db) =>
    db.themeDiscoveryRun.findFirst({
      where: { workspaceId: scope.workspaceId },
      orderBy: [{ ranAt: 'desc' }, { id: 'desc' }],
    }),
  );
  return newest?.spans ?? base.model.trainedOn;
}

async function assignAll(scope: Scope): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { spans, lastId } = await readSpans(scope, { id: { gt: after } }, PAGE);
    if (!lastId) return;
    await assignThemes(scope, spans);
    after = lastId;
  }
}
