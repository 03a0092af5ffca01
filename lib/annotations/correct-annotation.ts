import type { Correction } from '@/lib/annotations/correction-schema';
import { lockSpans, recordCorrection } from '@/lib/annotations/record-correction';
import { recordAudit } from '@/lib/audit/record';
import { ExpectedError } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';

/** Corrections come one after the other; the engine may learn from all of them at once. */
export const LEARNING_SECONDS = 30;

/**
 * A member's word about the sentiment or kind of a text or a span: a new annotation that wins over every engine's, now
 * and after any later reading. The same word again changes nothing.
 * @throws ExpectedError `not_found` for a text or span that is not in the workspace, `denied` for a job.
 */
export async function correctAnnotation(scope: Scope, correction: Correction): Promise<void> {
  const { workspaceId } = scope;
  const { feedbackId, spanId, aspect, label } = correction;
  const memberId = correctingMember(scope);
  await scope.run(async (db, inner) => {
    await lockSpans(db, workspaceId, feedbackId);
    const said = await db.annotation.findFirst({
      where: { workspaceId, feedbackId, spanId: spanId ?? null, aspect, maker: 'human' },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
    if (said?.label === label) return;
    await recordCorrection(db, { workspaceId, memberId }, correction);
    await recordAudit(inner, {
      action: `feedback.${aspect}_corrected`,
      subjectKind: 'feedback',
      subjectId: feedbackId,
      details: { label, ...(spanId ? { spanId } : {}) },
    });
    await enqueue(inner, 'issues.rank', {});
    await enqueue(inner, 'quality.adapt', {}, { startAfterSeconds: LEARNING_SECONDS });
  });
}

/** Who corrects: an annotation by a person names the member. */
export function correctingMember(scope: Scope): string {
  if (scope.actor.kind === 'member') return scope.actor.memberId;
  throw new ExpectedError('denied', 'Only a member of the workspace corrects what an engine found.');
}
