import { correctingMember, LEARNING_SECONDS } from '@/lib/annotations/correct-annotation';
import { findFamily } from '@/lib/annotations/correct-themes';
import type { MentionCorrection } from '@/lib/annotations/correction-schema';
import { lockSpans } from '@/lib/annotations/record-correction';
import { recordAudit } from '@/lib/audit/record';
import { notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';

/**
 * A member's word about how a span feels about one of its themes. It wins over every engine's and over what is said of the
 * whole span, and keeps the theme on the span. As with other words of people there is a label and no score.
 * @throws ExpectedError `not_found` for a text, span or theme that is not in the workspace, or a theme that is not on the
 *   span; `denied` for a job.
 */
export async function correctMention(scope: Scope, correction: MentionCorrection): Promise<void> {
  const { workspaceId } = scope;
  const { feedbackId, spanId, themeId, label } = correction;
  const memberId = correctingMember(scope);
  await scope.run(async (db, inner) => {
    const spanIds = await lockSpans(db, workspaceId, feedbackId);
    if (!spanIds.includes(spanId)) throw notFound('span');
    const { count } = await db.themeAssignment.updateMany({
      where: { workspaceId, spanId, themeId: { in: await findFamily(db, workspaceId, themeId) } },
      data: {
        sentimentLabel: label,
        sentimentScore: null,
        sentimentConfidence: null,
        sentimentMaker: 'human',
        sentimentModelVersionId: null,
        sentimentMemberId: memberId,
        sentimentAt: new Date(),
      },
    });
    if (count === 0) throw notFound('theme');
    await recordAudit(inner, {
      action: 'feedback.theme_sentiment_corrected',
      subjectKind: 'feedback',
      subjectId: feedbackId,
      details: { spanId, themeId, label },
    });
    await enqueue(inner, 'issues.rank', {});
    await enqueue(inner, 'quality.adapt', {}, { startAfterSeconds: LEARNING_SECONDS });
  });
}
