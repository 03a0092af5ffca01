import { z } from 'zod';
import { findRereading } from '@/lib/annotations/find-rereading';
import { lockTextModel } from '@/lib/annotations/text-model';
import {
  continueRereading,
  startRereading,
  stopRereading,
  useTextModel,
} from '@/lib/annotations/use-text-model';
import { recordAudit } from '@/lib/audit/record';
import { conflict, notFound } from '@/lib/core/errors';
import { actorId, type Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';
import { FEWEST_EXAMPLES } from '@/lib/nlp/adaptation/limits';
import { countAdaptationTexts } from '@/lib/quality/find-adaptation-texts';
import { createAdaptation, findOpenAdaptation } from '@/lib/quality/open-adaptation';
import { setSetting } from '@/lib/settings/commands';
import { getSetting } from '@/lib/settings/queries';

/**
 * Has the engine learn from the workspace now.
 * @throws ExpectedError 'conflict' while it does already, or where there is too little to learn from.
 */
export async function requestAdaptation(scope: Scope): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    await lockTextModel(db, workspaceId, 'to change');
    if (await findOpenAdaptation(db, workspaceId)) throw conflict('The engine is learning already.');
    const known = await countAdaptationTexts(inner);
    if (known.labels + known.ratings < FEWEST_EXAMPLES) {
      throw conflict(`Learning takes at least ${FEWEST_EXAMPLES} comments with a label or a rating.`);
    }
    const subjectId = await createAdaptation(db, workspaceId, { known, requestedById: actorId(scope) });
    await recordAudit(inner, { action: 'text_model.requested', subjectKind: 'adaptation', subjectId });
    await enqueue(inner, 'quality.adapt', {});
  });
}

/** Ends an attempt under way; what reads the feedback stays as it is. One that has ended is left alone. */
export async function cancelAdaptation(scope: Scope, adaptationId: string): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const { count } = await db.adaptation.updateMany({
      where: { workspaceId, id: adaptationId, status: { in: ['waiting', 'running'] } },
      data: { status: 'cancelled', finishedAt: new Date() },
    });
    if (count === 0) return;
    await recordAudit(inner, {
      action: 'text_model.cancelled',
      subjectKind: 'adaptation',
      subjectId: adaptationId,
    });
  });
}

/** Which model is to read: an attempt that was used once, or `bundled`, the engine as it is. */
export const chooseModelSchema = z.object({ adaptationId: z.union([z.uuid(), z.literal('bundled')]) });

/**
 * Has the feedback read by a model of before, or by the engine as it is; all of it is read anew. The engine no longer
 * learns by itself then: else it might undo what a person chose.
 * @throws ExpectedError 'not_found' for an attempt that gave no model.
 */
export async function chooseModel(
  scope: Scope,
  { adaptationId }: z.infer<typeof chooseModelSchema>,
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    await lockTextModel(db, workspaceId, 'to change');
    const chosen =
      adaptationId === 'bundled'
        ? null
        : await db.adaptation.findUnique({
            where: { workspaceId_id: { workspaceId, id: adaptationId } },
          });
    if (adaptationId !== 'bundled' && !chosen?.modelVersionId) throw notFound('model');
    const modelVersionId = chosen?.modelVersionId ?? null;
    if ((await getSetting(inner, 'textModel')).modelVersionId === modelVersionId) return;
    await useTextModel(inner, { modelVersionId, learnsByItself: false });
    await recordAudit(inner, {
      action: 'text_model.chosen',
      subjectKind: 'workspace',
      details: { model: chosen ? chosen.number : 'bundled' },
    });
  });
}

export const learningSchema = z.object({ learnsByItself: z.enum(['yes', 'no']) });

/** Whether the engine learns unasked when enough labels or ratings are new. */
export async function setLearning(
  scope: Scope,
  { learnsByItself }: z.infer<typeof learningSchema>,
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    await lockTextModel(db, workspaceId, 'to change');
    const setting = await getSetting(inner, 'textModel');
    const learns = learnsByItself === 'yes';
    if (setting.learnsByItself === learns) return;
    await setSetting(inner, 'textModel', { ...setting, learnsByItself: learns });
    await recordAudit(inner, {
      action: 'text_model.learning_changed',
      subjectKind: 'workspace',
      details: { learnsByItself: learns },
    });
    if (learns) await enqueue(inner, 'quality.adapt', {});
  });
}

/**
 * Has all feedback read anew by what reads now, where an earlier version read it.
 * @throws ExpectedError 'conflict' while that is under way.
 */
export async function requestRereading(scope: Scope): Promise<void> {
  await scope.run(async (db, inner) => {
    await lockTextModel(db, scope.workspaceId, 'to change');
    const rereading = await findRereading(inner);
    if (rereading?.status === 'running') throw conflict('All feedback is being read anew already.');
    await startRereading(inner);
    await recordAudit(inner, { action: 'text_model.rereading_requested', subjectKind: 'workspace' });
  });
}

export const rereadingSchema = z.object({
  rereadingId: z.uuid(),
  step: z.enum(['stop', 'continue']),
});

/** Stops reading all feedback anew, or lets it go on. */
export async function steerRereading(
  scope: Scope,
  { rereadingId, step }: z.infer<typeof rereadingSchema>,
): Promise<void> {
  await scope.run(async (_db, inner) => {
    await (step === 'stop' ? stopRereading : continueRereading)(inner, rereadingId);
    await recordAudit(inner, {
      action: step === 'stop' ? 'text_model.rereading_stopped' : 'text_model.rereading_continued',
      subjectKind: 'workspace',
    });
  });
}
