import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/permissions';
import { idFrom, newId, newPublicKey } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { type Look, lookSchema } from '@/lib/surveys/look';
import { type Delivery, deliverySchema } from '@/lib/surveys/schema';
import { readDelivery, toJson } from '@/lib/surveys/stored-definition';
import { makeTemplate, type TemplateName, templateNames } from '@/lib/surveys/templates';
import type { Definition } from '@/lib/widget/definition';

export const newSurveySchema = z.object({
  name: z.string().trim().min(1, 'Give it a name.').max(200),
  template: z.enum(Object.keys(templateNames) as [TemplateName, ...TemplateName[]]),
});

/** Makes a survey with a draft of its first version from a template. @returns its id. */
export async function createSurvey(scope: Scope, input: z.infer<typeof newSurveySchema>): Promise<string> {
  return insertSurvey(scope, {
    name: input.name,
    definition: makeTemplate(input.template),
    delivery: deliverySchema.parse(await findLatestLook(scope)),
    origin: input.template,
  });
}

/** How the survey made last looks: a workspace has one brand, mostly. Empty where there is none. */
async function findLatestLook(scope: Scope): Promise<Partial<Look>> {
  const { workspaceId } = scope;
  const latest = await scope.run((db) =>
    db.survey.findFirst({
      where: { workspaceId, publicKey: { not: null } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { delivery: true },
    }),
  );
  return latest ? lookSchema.parse(readDelivery(latest.delivery)) : {};
}

/** Writes a new survey with a draft. `origin` is what it was made from, for the audit trail. @returns its id. */
export async function insertSurvey(
  scope: Scope,
  survey: { name: string; definition: Definition; delivery: Delivery; origin: string },
): Promise<string> {
  requirePermission(scope, 'surveys.edit');
  const { workspaceId } = scope;
  const { name, definition, delivery, origin } = survey;
  const id = newId();
  await scope.run(async (db, inner) => {
    // One site for each workspace: the second time it is there.
    await db.surveySite.createMany({
      data: [{ workspaceId, id: idFrom(`survey site ${workspaceId}`), publicKey: newPublicKey() }],
      skipDuplicates: true,
    });
    const publicKey = newPublicKey();
    await db.survey.create({ data: { workspaceId, id, key: publicKey, publicKey, name, delivery } });
    await db.surveyVersion.create({
      data: { workspaceId, id: newId(), surveyId: id, number: 1, definition: toJson(definition) },
    });
    await recordAudit(inner, {
      action: 'survey.created',
      subjectKind: 'survey',
      subjectId: id,
      details: { origin },
    });
  });
  return id;
}
