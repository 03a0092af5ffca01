import { evaluateAlerts } from '@/lib/alerts/evaluate-alerts';
import { findPipelineState } from '@/lib/annotations/find-pipeline-state';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';

const LATER_SECONDS = 5;

/**
 * Judges the days, but not while the first themes of a workspace are being found, and then asks again: no comment has a
 * theme yet, and a day that was judged so would not be judged anew. Later comments get their themes as they are read.
 */
export async function evaluateWhenSettled(scope: Scope): Promise<void> {
  const { step } = await findPipelineState(scope);
  if (step !== 'themes' || (await hasThemes(scope))) return evaluateAlerts(scope);
  await enqueue(scope, 'alerts.evaluate', {}, { startAfterSeconds: LATER_SECONDS });
}

async function hasThemes(scope: Scope): Promise<boolean> {
  const { workspaceId } = scope;
  return scope.run(
    async (db) => (await db.theme.findFirst({ where: { workspaceId }, select: { id: true } })) !== null,
  );
}
