import { lockTextModel } from '@/lib/annotations/text-model';
import type { Scope } from '@/lib/db/scope';
import { FEWEST_EXAMPLES } from '@/lib/nlp/adaptation/limits';
import { engineVersion } from '@/lib/nlp/engine-version';
import { countAdaptationTexts, type KnownTexts } from '@/lib/quality/find-adaptation-texts';
import { createAdaptation, findOpenAdaptation } from '@/lib/quality/open-adaptation';
import { getSetting } from '@/lib/settings/queries';

/** An attempt by itself follows when labels or ratings have grown by this since the last one. */
const GROWTH = 1.25;
const FEWEST_NEW_LABELS = 25;
const FEWEST_NEW_RATINGS = 100;

/** The attempt that waits or was left by a worker that died; or a new one, where enough is new; or null. */
export async function findDueAdaptation(scope: Scope): Promise<string | null> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    await lockTextModel(db, workspaceId, 'to change');
    const open = await findOpenAdaptation(db, workspaceId);
    if (open) return open.id;
    const { learnsByItself } = await getSetting(inner, 'textModel');
    if (!learnsByItself) return null;
    const known = await countAdaptationTexts(inner);
    return (await isDue(inner, known))
      ? createAdaptation(db, workspaceId, { known, requestedById: null })
      : null;
  });
}

async function isDue(scope: Scope, { labels, ratings }: KnownTexts): Promise<boolean> {
  if (labels + ratings < FEWEST_EXAMPLES) return false;
  const last = await scope.run((db) =>
    db.adaptation.findFirst({
      where: { workspaceId: scope.workspaceId },
      orderBy: { number: 'desc' },
    }),
  );
  if (!last) return true;
  const isOfOlderEngine =
    last.baseVersion !== null && ![engineVersion('full'), engineVersion('fast')].includes(last.baseVersion);
  return (
    isOfOlderEngine ||
    labels >= last.labels * GROWTH + FEWEST_NEW_LABELS ||
    ratings >= last.ratings * GROWTH + FEWEST_NEW_RATINGS
  );
}
