import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/permissions';
import { notFound } from '@/lib/core/errors';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { getAskedSurvey } from '@/lib/surveys/asked-survey';
import { readHeldAnswers } from '@/lib/surveys/held-answers';
import { hasLogic, setOffPathAside } from '@/lib/surveys/off-path';
import { tellCompleted } from '@/lib/surveys/tell-completed';
import { writeAnswers } from '@/lib/surveys/write-answers';

/** A person's word that a suspect response comes from a person: its answers count from now on. */
export async function acceptResponse(scope: Scope, responseId: string): Promise<void> {
  requirePermission(scope, 'surveys.edit');
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const where = { workspaceId_id: { workspaceId, id: responseId } };
    const held = await db.response.findFirst({
      where: { workspaceId, id: responseId, suspectReason: { not: null } },
    });
    if (!held?.surveyId) throw notFound('suspect response');
    const response = await db.response.update({
      where,
      data: { suspectReason: null, heldAnswers: Prisma.DbNull },
    });
    const survey = await getAskedSurvey(inner, held.surveyId, { version: held.surveyVersionId });
    const answers = new Map(Object.entries(readHeldAnswers(held.heldAnswers)));
    await writeAnswers(inner, { survey, response, answers, now: held.submittedAt });
    if (hasLogic(survey.definition)) {
      await setOffPathAside(inner, { survey, response, answers, now: held.submittedAt });
    }
    if (held.completedAt) await tellCompleted(inner, survey, responseId);
    await recordAudit(inner, {
      action: 'survey.response_accepted',
      subjectKind: 'response',
      subjectId: responseId,
    });
  });
}
