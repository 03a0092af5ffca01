import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/permissions';
import { notFound } from '@/lib/core/errors';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { openRedactor } from '@/lib/feedback/open-redactor';
import { getAskedSurvey } from '@/lib/surveys/asked-survey';
import { tellCompleted } from '@/lib/surveys/tell-completed';
import { writeAnswers } from '@/lib/surveys/write-answers';
import type { AnswerValue } from '@/lib/widget/definition';

const heldSchema = z.record(z.string(), z.union([z.number(), z.string(), z.array(z.string())])).catch({});

/** The answers of a suspect response, by question. */
export function readHeldAnswers(stored: Prisma.JsonValue): Record<string, AnswerValue> {
  return heldSchema.parse(stored ?? {});
}

/** Keeps the answers of a suspect response beside it, redacted: no score and no theme sees them, and none is lost. */
export async function holdAnswers(
  scope: Scope,
  response: { id: string; heldAnswers: Prisma.JsonValue },
  answers: Map<string, AnswerValue | null>,
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const texts = [...answers.values()].filter((answer) => typeof answer === 'string');
    const redactor = await openRedactor(inner, { texts, contactIds: [] });
    const held = readHeldAnswers(response.heldAnswers);
    for (const [key, answer] of answers) {
      if (answer === null) delete held[key];
      else held[key] = typeof answer === 'string' ? redactor.redact(answer).text : answer;
    }
    const where = { workspaceId_id: { workspaceId, id: response.id } };
    await db.response.update({ where, data: { heldAnswers: held } });
  });
}

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
    await writeAnswers(inner, {
      survey,
      response,
      answers: new Map(Object.entries(readHeldAnswers(held.heldAnswers))),
      now: held.submittedAt,
    });
    if (held.completedAt) await tellCompleted(inner, survey, responseId);
    await recordAudit(inner, {
      action: 'survey.response_accepted',
      subjectKind: 'response',
      subjectId: responseId,
    });
  });
}
