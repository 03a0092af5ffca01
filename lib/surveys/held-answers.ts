import { z } from 'zod';
import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { openRedactor } from '@/lib/feedback/open-redactor';
import type { AnswerValue } from '@/lib/widget/definition';

const heldSchema = z.record(z.string(), z.union([z.number(), z.string(), z.array(z.string())])).catch({});

/** Answers that are kept and do not count, by question: all of a suspect response, of others those off the path (`off-path.ts`). */
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
