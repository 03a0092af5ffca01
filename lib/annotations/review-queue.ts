import { z } from 'zod';
import { correctingMember } from '@/lib/annotations/correct-annotation';
import { addTheme, findFamily, removeTheme, SETTLE_SECONDS } from '@/lib/annotations/correct-themes';
import { NOT_HERE, themeCorrectionSchema } from '@/lib/annotations/correction-schema';
import { assignmentsFrom } from '@/lib/annotations/find-assignments';
import { lockSpans } from '@/lib/annotations/record-correction';
import { recordAudit } from '@/lib/audit/record';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import type { Channel } from '@/lib/feedback/schema';
import { parseDecision } from '@/lib/themes/decision';
import { restoreHeld } from '@/lib/themes/held-assignments';
import { requestReassignment } from '@/lib/themes/request-reassignment';

/** A theme of a span that the classifier is not sure of. */
export interface UnsureAssignment {
  feedbackId: string;
  spanId: string;
  themeId: string;
  themeName: string;
  text: string;
  /** The span, in UTF-16 code units of `text`. */
  start: number;
  end: number;
  /** 0..1. */
  confidence: number;
  language: string | null;
  channel: Channel;
  occurredAt: Date;
}

/** Unsure assignments, the least sure first, and how many there are. */
export async function findUnsure(
  scope: Scope,
  limit: number,
): Promise<{ total: number; unsure: UnsureAssignment[] }> {
  const { workspaceId } = scope;
  const from = assignmentsFrom(workspaceId, { of: 'review' });
  return scope.run(async (db) => {
    const [row] = await db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${from}`;
    const unsure = await db.$queryRaw<UnsureAssignment[]>`
      SELECT f.id AS "feedbackId", s.id AS "spanId", q.theme_id AS "themeId", q.name AS "themeName", f.text, s.start,
        s."end", q.confidence, f.language, f.channel::text, f.occurred_at AS "occurredAt"
      FROM (
          SELECT a.feedback_id, a.span_id, k.id AS theme_id, k.name, a.confidence ${from}
          ORDER BY a.confidence, a.id LIMIT ${limit}) q
        JOIN spans s ON s.workspace_id = ${workspaceId}::uuid AND s.id = q.span_id
        JOIN feedback f ON f.workspace_id = s.workspace_id AND f.id = s.feedback_id
      ORDER BY q.confidence, s.id`;
    return { total: row?.total ?? 0, unsure };
  });
}

export const reviewSchema = themeCorrectionSchema.extend({
  answer: z.enum(['yes', 'no']),
  /** The theme it is instead. */
  insteadId: z.uuid().optional(),
});
export type Review = z.infer<typeof reviewSchema>;

export const takeBackSchema = reviewSchema.extend({
  /** What the desk showed, 0..1: it stands until comments are next assigned anew. */
  confidence: z.coerce.number().min(0).max(1),
});

/**
 * A member's answer to whether a theme is in a span: it holds from now on, and is an example to the classifier.
 * @throws ExpectedError `not_found` for a text, span or theme that is not in the workspace.
 */
export async function answerReview(scope: Scope, { answer, insteadId, ...place }: Review): Promise<void> {
  await scope.run(async (_db, inner) => {
    if (answer === 'yes') return addTheme(inner, place);
    await removeTheme(inner, place);
    if (insteadId) await addTheme(inner, { ...place, themeId: insteadId });
  });
}

/**
 * Takes an answer back, as for a slip of the key: the engine's word stands there again as it was shown, and comments are
 * assigned anew soon, without what the answer taught.
 */
export async function takeBackReview(
  scope: Scope,
  { insteadId, confidence, ...place }: z.infer<typeof takeBackSchema>,
): Promise<void> {
  const { workspaceId } = scope;
  const { feedbackId, spanId } = place;
  const memberId = correctingMember(scope);
  await scope.run(async (db, inner) => {
    await lockSpans(db, workspaceId, feedbackId);
    const family = await findFamily(db, workspaceId, place.themeId);
    const put = place.answer === 'yes' ? family : insteadId ? [insteadId] : [];
    const said = await db.themeDecision.findMany({
      where: {
        ...{ workspaceId, action: NOT_HERE, undoneAt: null, themeId: { in: family } },
        payload: { path: ['spanId'], equals: spanId },
      },
    });
    // The theme it is instead may have stood there before.
    const since = said.map(({ decidedAt }) => decidedAt).sort((a, b) => Number(a) - Number(b))[0];
    await db.themeAssignment.deleteMany({
      where: {
        ...{ workspaceId, spanId, themeId: { in: put }, maker: 'human', memberId },
        ...(since ? { createdAt: { gte: since } } : {}),
      },
    });
    await db.themeDecision.updateMany({
      where: { workspaceId, id: { in: said.map(({ id }) => id) } },
      data: { undoneAt: new Date() },
    });
    await restoreHeld(
      db,
      workspaceId,
      said.map((row) => ({ themeId: row.themeId, ...parseDecision(row) })),
    );
    const version = await db.modelVersion.findFirst({
      where: { workspaceId, purpose: 'themes' },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { id: true },
    });
    const restored = { themeId: place.themeId, feedbackId, spanId, confidence, maker: 'engine' as const };
    const isBack = await db.themeAssignment.count({
      where: { workspaceId, spanId, themeId: { in: family } },
    });
    if (isBack === 0)
      await db.themeAssignment.createMany({
        data: [{ workspaceId, id: newId(), ...restored, modelVersionId: version?.id ?? null }],
        skipDuplicates: true,
      });
    await requestReassignment(inner, [place.themeId], { afterSeconds: SETTLE_SECONDS });
    await recordAudit(inner, {
      action: 'feedback.theme_review_taken_back',
      subjectKind: 'feedback',
      subjectId: feedbackId,
      details: { spanId, themeId: place.themeId },
    });
  });
}
