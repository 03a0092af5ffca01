import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { AskedSurvey } from '@/lib/surveys/asked-survey';
import { findSavedResponse } from '@/lib/surveys/find-saved-response';
import { readHeldAnswers } from '@/lib/surveys/held-answers';
import { writeAnswers } from '@/lib/surveys/write-answers';
import type { AnswerValue, Definition } from '@/lib/widget/definition';
import { pathOf } from '@/lib/widget/flow';

/** Whether answers decide what a survey asks: without that, every answer is on the way through it. */
export function hasLogic({ questions }: Definition): boolean {
  return questions.some(({ showIf, skips }) => showIf || skips.length > 0);
}

interface Saved {
  survey: AskedSurvey;
  response: Parameters<typeof writeAnswers>[1]['response'] & { heldAnswers: Prisma.JsonValue };
  /** What this save said, by question; it is written already. */
  answers: ReadonlyMap<string, AnswerValue | null>;
  now: Date;
}

/**
 * Takes out of scores, texts and consents what a response says to questions that its other answers do not lead to, as when somebody
 * goes back and answers otherwise; it is kept beside the response. What the answers lead to again counts again.
 */
export async function setOffPathAside(
  scope: Scope,
  { survey, response, answers: given, now }: Saved,
): Promise<void> {
  const { workspaceId } = scope;
  const { definition } = survey;
  await scope.run(async (db, inner) => {
    const saved = await findSavedResponse(inner, { surveyId: survey.id, responseId: response.id }, now);
    const stored = readHeldAnswers(response.heldAnswers);
    const before = { ...stored };
    const all = { ...saved?.answers };
    for (const [key, answer] of given) {
      delete before[key];
      if (answer === null) delete all[key];
    }
    const onPath = new Set(pathOf(definition, all).map(({ key }) => key));
    // What belongs to another version of the survey stays where it is.
    const held = { ...before };
    const changes = new Map<string, AnswerValue | null>();
    for (const { key } of definition.questions) {
      const answer = all[key];
      delete held[key];
      if (answer === undefined) continue;
      if (!onPath.has(key)) {
        held[key] = answer;
        if (!(key in before)) changes.set(key, null);
      } else if (key in before) changes.set(key, answer);
    }
    if (changes.size === 0 && Object.keys(stored).length === Object.keys(held).length) return;
    await writeAnswers(inner, { survey, response, answers: changes, now });
    const where = { workspaceId_id: { workspaceId, id: response.id } };
    await db.response.update({ where, data: { heldAnswers: held } });
  });
}
