import { recordAudit } from '@/lib/audit/record';
import { conflict } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';
import { requireDecider } from '@/lib/themes/decider';
import { findReassignment } from '@/lib/themes/find-reassignment';
import { requestReassignment } from '@/lib/themes/request-reassignment';

/**
 * Stops assigning comments anew, after the page at hand; runs that wait behind it are stopped with it. What was looked at keeps its
 * new themes, the rest its old ones, until a new run: the next edit asks for one, or {@link restartReassignment}.
 * @throws ExpectedError 'conflict' when none is under way.
 */
export async function cancelReassignment(scope: Scope): Promise<void> {
  const { workspaceId } = scope;
  requireDecider(scope);
  await scope.run(async (db, inner) => {
    const { count } = await db.themeReassignment.updateMany({
      where: { workspaceId, finishedAt: null, cancelledAt: null },
      data: { cancelledAt: new Date() },
    });
    if (count === 0) throw conflict('Nothing is being assigned any more. Reload the page.');
    await recordAudit(inner, { action: 'themes.reassignment_cancelled', subjectKind: 'workspace' });
    await enqueue(inner, 'issues.rank', {});
  });
}

/** Has all comments assigned anew after a run that was stopped. @throws ExpectedError 'conflict' when none was. */
export async function restartReassignment(scope: Scope): Promise<void> {
  requireDecider(scope);
  await scope.run(async (_db, inner) => {
    const run = await findReassignment(inner);
    if (!run?.isCancelled) throw conflict('Comments are assigned anew already. Reload the page.');
    await requestReassignment(inner, []);
    await recordAudit(inner, { action: 'themes.reassignment_restarted', subjectKind: 'workspace' });
  });
}
