import { recordAudit } from '@/lib/audit/record';
import type { Scope } from '@/lib/db/scope';
import { findOpenJob } from '@/lib/jobs/find-open-job';
import { enqueue } from '@/lib/jobs/queue';

/** Has issues ranked anew; nothing where that is on its way. */
export async function requestRanking(scope: Scope): Promise<void> {
  await scope.run(async (_db, inner) => {
    if (await findOpenJob(inner, 'issues.rank')) return;
    await recordAudit(inner, { action: 'issues.ranking_requested', subjectKind: 'workspace' });
    await enqueue(inner, 'issues.rank', {});
  });
}
