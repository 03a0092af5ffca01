import { correctingMember } from '@/lib/annotations/correct-annotation';
import type { SentimentLabel } from '@/lib/annotations/find-feedback-detail';
import { lockSpans, recordCorrection, takeBackSentiment } from '@/lib/annotations/record-correction';
import { notFound } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';
import type { LabelInput } from '@/lib/quality/schema';

/** Labels come every few seconds; the ranking, and what the engine learns, follow once for all of them. */
const SETTLE_SECONDS = 30;

/** What the engine said of a statement, shown to the labeller afterwards. */
export interface EngineGuess {
  engineLabel: SentimentLabel | null;
  /** 0..1 */
  engineConfidence: number | null;
}

/**
 * A member's label of a statement in a sample. Kept beside what the engine says now, and recorded as a correction, so that
 * it counts on every screen at once; "cannot tell" corrects nothing. A second label of the same member takes the place of
 * the first.
 * @throws ExpectedError `not_found` for an item that is not in the workspace, `denied` for a job.
 */
export async function labelItem(scope: Scope, { itemId, answer }: LabelInput): Promise<EngineGuess> {
  const { workspaceId } = scope;
  const memberId = correctingMember(scope);
  return scope.run(async (db, inner) => {
    const feedbackId = await lockItem(db, workspaceId, itemId);
    await forget(db, { workspaceId, itemId, memberId, feedbackId });
    const correctionIds =
      answer === 'no_opinion'
        ? []
        : await recordCorrection(
            db,
            { workspaceId, memberId },
            { feedbackId, aspect: 'sentiment', label: answer },
          );
    const { modelVersionId, ...guess } = await findGuess(db, workspaceId, feedbackId);
    await db.qualityLabel.create({
      data: { workspaceId, id: newId(), itemId, memberId, answer, ...guess, modelVersionId, correctionIds },
    });
    await enqueue(inner, 'issues.rank', {}, { startAfterSeconds: SETTLE_SECONDS });
    await enqueue(inner, 'quality.adapt', {}, { startAfterSeconds: SETTLE_SECONDS });
    return guess;
  });
}

/**
 * Takes a member's own label back, and with it the correction that it made. Without such a label nothing happens.
 * @throws ExpectedError as {@link labelItem} does.
 */
export async function takeBackLabel(scope: Scope, itemId: string): Promise<void> {
  const { workspaceId } = scope;
  const memberId = correctingMember(scope);
  await scope.run(async (db, inner) => {
    const feedbackId = await lockItem(db, workspaceId, itemId);
    await forget(db, { workspaceId, itemId, memberId, feedbackId });
    await enqueue(inner, 'issues.rank', {}, { startAfterSeconds: SETTLE_SECONDS });
  });
}

/** The statement of an item, held against another label at the same time. */
async function lockItem(db: Db, workspaceId: string, itemId: string): Promise<string> {
  const item = await db.qualityItem.findUnique({ where: { workspaceId_id: { workspaceId, id: itemId } } });
  if (!item) throw notFound('statement');
  await lockSpans(db, workspaceId, item.feedbackId);
  return item.feedbackId;
}

async function forget(
  db: Db,
  {
    workspaceId,
    itemId,
    memberId,
    feedbackId,
  }: { workspaceId: string; itemId: string; memberId: string; feedbackId: string },
): Promise<void> {
  const key = { workspaceId_itemId_memberId: { workspaceId, itemId, memberId } };
  const label = await db.qualityLabel.findUnique({ where: key });
  if (!label) return;
  await takeBackSentiment(db, workspaceId, feedbackId, label.correctionIds);
  await db.qualityLabel.delete({ where: key });
}

/** The engine's newest word of the whole text, whatever people said since. */
async function findGuess(
  db: Db,
  workspaceId: string,
  feedbackId: string,
): Promise<EngineGuess & { modelVersionId: string | null }> {
  const [guess] = await db.$queryRaw<(EngineGuess & { modelVersionId: string | null })[]>`
    SELECT a.label AS "engineLabel", a.confidence AS "engineConfidence", a.model_version_id AS "modelVersionId"
    FROM annotations a
    WHERE a.workspace_id = ${workspaceId}::uuid AND a.feedback_id = ${feedbackId}::uuid AND a.span_id IS NULL
      AND a.aspect = 'sentiment' AND a.maker = 'engine'
    ORDER BY a.created_at DESC, a.id DESC LIMIT 1`;
  return guess ?? { engineLabel: null, engineConfidence: null, modelVersionId: null };
}
