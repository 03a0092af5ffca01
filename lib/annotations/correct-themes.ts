import { correctingMember } from '@/lib/annotations/correct-annotation';
import { NOT_HERE, type ThemeCorrection } from '@/lib/annotations/correction-schema';
import { lockSpans } from '@/lib/annotations/record-correction';
import { recordAudit } from '@/lib/audit/record';
import { notFound } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Db, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';
import { toHeld } from '@/lib/themes/held-assignments';
import { requestReassignment } from '@/lib/themes/request-reassignment';

/** What people say of spans is an example to the classifier; it waits for more, for many words come at once. */
export const SETTLE_SECONDS = 20;

/**
 * A member puts a theme on a span. It stays whatever engines find later, and lifts an earlier word that it is not there.
 * @throws ExpectedError `not_found` for a text, span or theme that is not in the workspace, `denied` for a job.
 */
export async function addTheme(scope: Scope, correction: ThemeCorrection): Promise<void> {
  await correct(scope, 'feedback.theme_added', correction, async (db, { workspaceId, memberId, family }) => {
    const { feedbackId, spanId } = correction;
    const [themeId] = family;
    await db.$executeRaw`
      UPDATE theme_decisions SET undone_at = now()
      WHERE workspace_id = ${workspaceId}::uuid AND action = ${NOT_HERE} AND undone_at IS NULL
        AND theme_id = ANY(${family}::uuid[]) AND payload ->> 'spanId' = ${spanId}`;
    const found = { workspaceId, spanId, themeId: { in: family }, maker: { not: 'human' } } as const;
    // Kept with the person's word: the engine that had said the same agreed with it.
    const agreed = await db.themeAssignment.findFirst({ where: found });
    await db.themeAssignment.deleteMany({ where: found });
    await db.themeAssignment.createMany({
      data: [
        {
          workspaceId,
          id: newId(),
          themeId,
          feedbackId,
          spanId,
          confidence: 1,
          maker: 'human',
          memberId,
          modelVersionId: agreed?.modelVersionId ?? null,
          ...(agreed && sentimentOf(agreed)),
        },
      ],
      skipDuplicates: true,
    });
  });
}

/** What is known of the sentiment about the theme does not change with who put it there. */
const sentimentOf = (assignment: Prisma.ThemeAssignmentGetPayload<object>) => ({
  sentimentLabel: assignment.sentimentLabel,
  sentimentScore: assignment.sentimentScore,
  sentimentConfidence: assignment.sentimentConfidence,
  sentimentStart: assignment.sentimentStart,
  sentimentEnd: assignment.sentimentEnd,
  sentimentMaker: assignment.sentimentMaker,
  sentimentModelVersionId: assignment.sentimentModelVersionId,
  sentimentMemberId: assignment.sentimentMemberId,
  sentimentAt: assignment.sentimentAt,
});

/**
 * A member takes a theme off a span. The word is kept as a decision, so that the theme does not come back when themes
 * are assigned anew, with what it took off, so that undo brings back just that.
 * @throws ExpectedError as {@link addTheme} does.
 */
export async function removeTheme(scope: Scope, correction: ThemeCorrection): Promise<void> {
  await correct(
    scope,
    'feedback.theme_removed',
    correction,
    async (db, { workspaceId, memberId, family }) => {
      const { feedbackId, spanId, themeId } = correction;
      const held = await db.themeAssignment.findMany({
        where: { workspaceId, spanId, themeId: { in: family } },
      });
      await db.themeAssignment.deleteMany({
        where: { workspaceId, id: { in: held.map((assignment) => assignment.id) } },
      });
      // What was taken off, and the theme it was shown as: either may be merged elsewhere later.
      const themeIds = new Set([family[0], themeId, ...held.map((assignment) => assignment.themeId)]);
      const said = await db.themeDecision.findMany({
        where: {
          workspaceId,
          action: NOT_HERE,
          undoneAt: null,
          themeId: { in: [...themeIds] },
          payload: { path: ['spanId'], equals: spanId },
        },
        select: { themeId: true },
      });
      for (const decision of said) themeIds.delete(decision.themeId);
      const batchId = newId();
      const heldOf = (id: string) => {
        const row = held.find((assignment) => assignment.themeId === id);
        return row ? { held: toHeld(row) } : {};
      };
      await db.themeDecision.createMany({
        data: [...themeIds].map((id) => ({
          workspaceId,
          id: newId(),
          batchId,
          themeId: id,
          action: NOT_HERE,
          payload: { feedbackId, spanId, ...heldOf(id) },
          memberId,
        })),
      });
    },
  );
}

interface Correcting {
  workspaceId: string;
  memberId: string;
  /** The theme that stands for the one named, first, and all that were merged into it. */
  family: [string, ...string[]];
}

async function correct(
  scope: Scope,
  action: string,
  { feedbackId, spanId, themeId }: ThemeCorrection,
  write: (db: Db, correcting: Correcting) => Promise<void>,
): Promise<void> {
  const { workspaceId } = scope;
  const memberId = correctingMember(scope);
  await scope.run(async (db, inner) => {
    const spanIds = await lockSpans(db, workspaceId, feedbackId);
    if (!spanIds.includes(spanId)) throw notFound('span');
    await write(db, { workspaceId, memberId, family: await findFamily(db, workspaceId, themeId) });
    await recordAudit(inner, {
      action,
      subjectKind: 'feedback',
      subjectId: feedbackId,
      details: { spanId, themeId },
    });
    await requestReassignment(inner, [themeId], { afterSeconds: SETTLE_SECONDS });
    await enqueue(inner, 'issues.rank', {});
  });
}

/** The theme that stands for the one named, first, and all that were merged into it. @throws ExpectedError `not_found`. */
export async function findFamily(
  db: Db,
  workspaceId: string,
  themeId: string,
): Promise<[string, ...string[]]> {
  const named = await db.theme.findUnique({ where: { workspaceId_id: { workspaceId, id: themeId } } });
  if (!named) throw notFound('theme');
  const head = named.mergedIntoId ?? named.id;
  const merged = await db.theme.findMany({
    where: { workspaceId, mergedIntoId: head },
    select: { id: true },
  });
  return [head, ...merged.map((theme) => theme.id)];
}
