import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/permissions';
import { conflict, invalid, notFound } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Db, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { chooseScores, findChoiceKeyProblems, findKeyProblems } from '@/lib/surveys/comparable-versions';
import { findLogicProblems } from '@/lib/surveys/find-logic-problems';
import { dropUnusedLogos, saveLogo } from '@/lib/surveys/logo';
import { findLookProblem, type Look } from '@/lib/surveys/look';
import { type Delivery, definitionSchema } from '@/lib/surveys/schema';
import { readDefinition, readDelivery, toJson } from '@/lib/surveys/stored-definition';

export const draftSchema = z.object({
  name: z.string().trim().min(1, 'Give it a name.').max(200),
  definition: definitionSchema,
});

/** Keeps a draft: of the next version, if the latest is published. A published version never changes. */
export async function saveDraft(
  scope: Scope,
  surveyId: string,
  { name, definition }: z.infer<typeof draftSchema>,
): Promise<void> {
  requirePermission(scope, 'surveys.edit');
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    await lockSurvey(db, workspaceId, surveyId);
    await db.survey.updateMany({ where: { workspaceId, id: surveyId }, data: { name } });
    const latest = await findLatest(db, workspaceId, surveyId);
    if (latest && !latest.publishedAt) {
      const where = { workspaceId_id: { workspaceId, id: latest.id } };
      await db.surveyVersion.update({ where, data: { definition: toJson(definition) } });
    } else {
      const number = (latest?.number ?? 0) + 1;
      const data = { workspaceId, id: newId(), surveyId, number, definition: toJson(definition) };
      await db.surveyVersion.create({ data });
    }
    await recordAudit(inner, { action: 'survey.draft_saved', subjectKind: 'survey', subjectId: surveyId });
  });
}

/**
 * Publishes the draft: from now on it is what is asked. Answers to the version before stay, and count together with the new
 * ones question by question.
 * @throws ExpectedError 'conflict' where there is nothing to publish, or its logic or its keys do not hold.
 */
export async function publishDraft(scope: Scope, surveyId: string): Promise<number> {
  requirePermission(scope, 'surveys.edit');
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    await lockSurvey(db, workspaceId, surveyId);
    const latest = await findLatest(db, workspaceId, surveyId);
    const definition = latest && readDefinition(latest.definition);
    if (!latest || latest.publishedAt || !definition) {
      throw conflict('There is no draft to publish: change something and save it first.');
    }
    const earlier = await db.question.findMany({
      where: { workspaceId, surveyVersion: { surveyId } },
      orderBy: [{ surveyVersion: { number: 'desc' } }, { position: 'asc' }],
      select: { key: true, kind: true, metric: true },
    });
    const versions = await db.surveyVersion.findMany({
      where: { workspaceId, surveyId, publishedAt: { not: null } },
      select: { definition: true },
    });
    const asked = versions.flatMap((version) => readDefinition(version.definition)?.questions ?? []);
    const problems = [
      ...findLogicProblems(definition),
      ...findKeyProblems(definition, earlier),
      ...findChoiceKeyProblems(definition, asked),
    ];
    if (problems.length > 0) throw conflict(`Not published. ${problems.join(' ')}`);
    const metrics = chooseScores(definition, earlier);
    await db.question.createMany({
      data: definition.questions.map((question, position) => ({
        workspaceId,
        id: newId(),
        surveyVersionId: latest.id,
        key: question.key,
        kind: question.kind,
        text: question.text,
        metric: metrics.get(question.key) ?? null,
        position,
      })),
    });
    await db.surveyVersion.update({
      where: { workspaceId_id: { workspaceId, id: latest.id } },
      data: { publishedAt: new Date() },
    });
    const [metric = null] = metrics.values();
    await db.survey.updateMany({ where: { workspaceId, id: surveyId }, data: { metric } });
    await recordAudit(inner, {
      action: 'survey.published',
      subjectKind: 'survey',
      subjectId: surveyId,
      details: { version: latest.number },
    });
    return latest.number;
  });
}

/** Changes where, whom and when a survey asks, or how it looks: at once, for every version. What is not named stays. */
export async function updateDelivery(
  scope: Scope,
  surveyId: string,
  changes: Partial<Delivery>,
): Promise<void> {
  requirePermission(scope, 'surveys.edit');
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    await lockSurvey(db, workspaceId, surveyId);
    const { delivery } = await db.survey.findFirstOrThrow({
      where: { workspaceId, id: surveyId },
      select: { delivery: true },
    });
    const changed = { ...readDelivery(delivery), ...changes };
    const problem = findLookProblem(changed);
    if (problem) throw invalid(problem);
    await updateSurvey(inner, surveyId, { delivery: changed }, 'survey.delivery_changed');
  });
}

/**
 * Gives a survey its look; a new logo takes the place of the one before.
 * @throws ExpectedError 'invalid' where its texts could not be read, or the file is no picture.
 */
export async function updateLook(
  scope: Scope,
  surveyId: string,
  { logoBytes, ...look }: Partial<Look> & { logoBytes?: Buffer | undefined },
): Promise<void> {
  await scope.run(async (_, inner) => {
    const logo = logoBytes && { logo: await saveLogo(inner, logoBytes) };
    await updateDelivery(inner, surveyId, { ...look, ...logo });
    await dropUnusedLogos(inner);
  });
}

/** Stops a survey from taking answers, or lets it take them again. */
export async function setClosed(scope: Scope, surveyId: string, isClosed: boolean): Promise<void> {
  const closedAt = isClosed ? new Date() : null;
  await updateSurvey(scope, surveyId, { closedAt }, isClosed ? 'survey.closed' : 'survey.reopened');
}

async function updateSurvey(
  scope: Scope,
  surveyId: string,
  data: Prisma.SurveyUpdateManyMutationInput,
  action: string,
): Promise<void> {
  requirePermission(scope, 'surveys.edit');
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const { count } = await db.survey.updateMany({ where: { workspaceId, id: surveyId }, data });
    if (count === 0) throw notFound('survey');
    await recordAudit(inner, { action, subjectKind: 'survey', subjectId: surveyId });
  });
}

async function lockSurvey(db: Db, workspaceId: string, surveyId: string): Promise<void> {
  const found = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM surveys WHERE workspace_id = ${workspaceId}::uuid AND id = ${surveyId}::uuid FOR UPDATE`;
  if (found.length === 0) throw notFound('survey');
}

async function findLatest(db: Db, workspaceId: string, surveyId: string) {
  return db.surveyVersion.findFirst({ where: { workspaceId, surveyId }, orderBy: { number: 'desc' } });
}
