import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/permissions';
import { idFrom, newId, newPublicKey } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { toJson } from '@/lib/surveys/stored-definition';
import { makeTemplate, type TemplateName, templateNames } from '@/lib/surveys/templates';

export const newSurveySchema = z.object({
  name: z.string().trim().min(1, 'Give it a name.').max(200),
  template: z.enum(Object.keys(templateNames) as [TemplateName, ...TemplateName[]]),
});

/** Makes a survey with a draft of its first version. @returns its id. */
export async function createSurvey(scope: Scope, input: z.infer<typeof newSurveySchema>): Promise<string> {
  requirePermission(scope, 'surveys.edit');
  const { workspaceId } = scope;
  const id = newId();
  await scope.run(async (db, inner) => {
    // One site for each workspace: the second time it is there.
    await db.surveySite.createMany({
      data: [{ workspaceId, id: idFrom(`survey site ${workspaceId}`), publicKey: newPublicKey() }],
      skipDuplicates: true,
    });
    const publicKey = newPublicKey();
    await db.survey.create({ data: { workspaceId, id, key: publicKey, publicKey, name: input.name } });
    const definition = toJson(makeTemplate(input.template));
    await db.surveyVersion.create({
      data: { workspaceId, id: newId(), surveyId: id, number: 1, definition },
    });
    await recordAudit(inner, {
      action: 'survey.created',
      subjectKind: 'survey',
      subjectId: id,
      details: { template: input.template },
    });
  });
  return id;
}
