import { recordAudit } from '@/lib/audit/record';
import type { Scope } from '@/lib/db/scope';
import type { PriorityWeights } from '@/lib/impact/priority';
import { enqueue } from '@/lib/jobs/queue';
import { setSetting } from '@/lib/settings/commands';
import { getSetting } from '@/lib/settings/queries';

/** Makes weights the workspace's own. The ranking runs again, for how sure a rank is depends on them. */
export async function saveRankingWeights(scope: Scope, weights: PriorityWeights): Promise<void> {
  await scope.run(async (_db, inner) => {
    const from = await getSetting(inner, 'rankingWeights');
    await setSetting(inner, 'rankingWeights', weights);
    await recordAudit(inner, {
      action: 'setting.ranking_weights_changed',
      subjectKind: 'setting',
      subjectId: 'rankingWeights',
      details: { from: { ...from }, to: { ...weights } },
    });
    await enqueue(inner, 'issues.rank', {});
  });
}
