import { applyCorrections } from '@/lib/annotations/apply-corrections';
import type { Correction } from '@/lib/annotations/correction-schema';
import { recordAudit } from '@/lib/audit/record';
import { ExpectedError, notFound } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';

/**
 * A member's word about the sentiment or kind of a text or a span: a new annotation that wins over every engine's, now
 * and after any later reading. A text of a single span is that span, so the word holds for both. The same word again
 * changes nothing.
 * @throws ExpectedError `not_found` for a text or span that is not in the workspace, `denied` for a job.
 */
export async function correctAnnotation(scope: Scope, correction: Correction): Promise<void> {
  const { workspaceId } = scope;
  const { feedbackId, aspect, label } = correction;
  const memberId = correctingMember(scope);
  await scope.run(async (db, inner) => {
    const spanIds = await lockSpans(db, workspaceId, feedbackId);
    if (correction.spanId && !spanIds.includes(correction.spanId)) throw notFound('span');
    const said = await db.annotation.findFirst({
      where: { workspaceId, feedbackId, spanId: correction.spanId ?? null, aspect, maker: 'human' },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
    if (said?.label === label) return;
    const isWhole = spanIds.length === 1 || !correction.spanId;
    const places = [
      ...(isWhole ? [null] : []),
      ...(spanIds.length === 1 ? spanIds : correction.spanId ? [correction.spanId] : []),
    ];
    await db.annotation.createMany({
      data: places.map((spanId) => ({
        workspaceId,
        id: newId(),
        feedbackId,
        spanId,
        aspect,
        label,
        maker: 'human' as const,
        memberId,
      })),
    });
    await applyCorrections(db, workspaceId, [feedbackId]);
    await recordAudit(inner, {
      action: `feedback.${aspect}_corrected`,
      subjectKind: 'feedback',
      subjectId: feedbackId,
      details: { label, ...(correction.spanId ? { spanId: correction.spanId } : {}) },
    });
    await enqueue(inner, 'issues.rank', {});
  });
}

/** Who corrects: an annotation by a person names the member. */
export function correctingMember(scope: Scope): string {
  if (scope.actor.kind === 'member') return scope.actor.memberId;
  throw new ExpectedError('denied', 'Only a member of the workspace corrects what an engine found.');
}

/**
 * Holds a text against a second correction at the same time, and returns its spans.
 * @throws ExpectedError `not_found` when it is not in the workspace.
 */
export async function lockSpans(db: Db, workspaceId: string, feedbackId: string): Promise<string[]> {
  const locked = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM feedback WHERE workspace_id = ${workspaceId}::uuid AND id = ${feedbackId}::uuid FOR UPDATE`;
  if (locked.length === 0) throw notFound('feedback');
  const spans = await db.span.findMany({
    where: { workspaceId, feedbackId },
    select: { id: true },
    orderBy: { start: 'asc' },
  });
  return spans.map((span) => span.id);
}
