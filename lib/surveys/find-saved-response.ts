import type { Scope } from '@/lib/db/scope';
import { readHeldAnswers } from '@/lib/surveys/held-answers';
import { readFields } from '@/lib/surveys/hidden-fields';
import { EDIT_WITHIN_MS } from '@/lib/surveys/response-times';
import type { Answers } from '@/lib/widget/definition';

export interface SavedResponse {
  id: string;
  versionId: string | null;
  contactId: string | null;
  startedAt: Date | null;
  answers: Answers;
  /** Hidden fields. */
  fields: Record<string, string>;
  revision: number;
  isDone: boolean;
  /** Whether its author may still see and change it. */
  isChangeable: boolean;
}

/** What was saved of a response; null where nothing was, or it is to another survey. */
export async function findSavedResponse(
  scope: Scope,
  { surveyId, responseId }: { surveyId: string; responseId: string },
  now: Date = new Date(),
): Promise<SavedResponse | null> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const response = await db.response.findFirst({
      where: { workspaceId, id: responseId, surveyId },
      include: {
        answers: { select: { score: true, choices: true, question: { select: { key: true, kind: true } } } },
        feedback: { select: { externalId: true, text: true } },
      },
    });
    if (!response) return null;
    const answers: Answers = readHeldAnswers(response.heldAnswers);
    for (const { score, choices, question } of response.answers) {
      if (!question) continue;
      if (score !== null) answers[question.key] = score;
      else if (choices.length > 0) {
        answers[question.key] = isOne(question.kind) ? (choices[0] ?? '') : choices;
      }
    }
    for (const { externalId, text } of response.feedback) {
      answers[externalId.slice(externalId.indexOf(':') + 1)] = text;
    }
    const { completedAt } = response;
    return {
      id: response.id,
      versionId: response.surveyVersionId,
      contactId: response.contactId,
      startedAt: response.startedAt,
      answers,
      fields: readFields(response.custom),
      revision: response.revision,
      isDone: completedAt !== null,
      isChangeable: completedAt === null || now.getTime() - completedAt.getTime() <= EDIT_WITHIN_MS,
    };
  });
}

/**
 * The response that a known person has given to this survey and need not give again: the one they began last, or finished
 * within the days of cooling down. Without such days it is their last one, whenever that was.
 */
export async function findResponseOfPerson(
  scope: Scope,
  { surveyId, contactId, coolDownDays }: { surveyId: string; contactId: string; coolDownDays: number | null },
  now: Date = new Date(),
): Promise<string | null> {
  const { workspaceId } = scope;
  const since =
    coolDownDays === null ? undefined : new Date(now.getTime() - Math.max(1, coolDownDays) * 24 * 3600_000);
  const response = await scope.run((db) =>
    db.response.findFirst({
      where: { workspaceId, surveyId, contactId, ...(since && { submittedAt: { gte: since } }) },
      orderBy: { submittedAt: 'desc' },
      select: { id: true },
    }),
  );
  return response?.id ?? null;
}

/** Whether an answer to a kind of question is one key, and not a list of some. */
function isOne(kind: string): boolean {
  return kind === 'single' || kind === 'consent';
}
