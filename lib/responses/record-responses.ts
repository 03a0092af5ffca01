import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import type { ResponseInput } from '@/lib/responses/schema';

/**
 * Writes responses with their scores. One whose (source, external id) is there already is left as it is.
 * @returns the ids of all of them by external id, and which of these were added.
 */
export async function recordResponses(
  scope: Scope,
  inputs: ResponseInput[],
): Promise<{ ids: Map<string, string>; added: Set<string> }> {
  const { workspaceId } = scope;
  if (inputs.length === 0) return { ids: new Map(), added: new Set() };
  return scope.run(async (db) => {
    const inserted = await db.response.createManyAndReturn({
      data: inputs.map(({ scores, ...row }) => ({ workspaceId, id: newId(), ...row })),
      skipDuplicates: true,
      select: { id: true, externalId: true },
    });
    const added = new Set(inserted.map((row) => row.externalId));
    const ids = new Map(inserted.map((row) => [row.externalId, row.id]));
    await db.answer.createMany({
      data: inputs.flatMap((input) => {
        const responseId = ids.get(input.externalId);
        if (!responseId) return [];
        return input.scores.map(({ metric, score }) => ({
          workspaceId,
          id: newId(),
          responseId,
          metric,
          score,
          answeredAt: input.submittedAt,
        }));
      }),
    });
    const unchanged = inputs.filter((input) => !ids.has(input.externalId));
    for (const row of await db.response.findMany({
      where: {
        workspaceId,
        sourceId: { in: [...new Set(unchanged.map((input) => input.sourceId))] },
        externalId: { in: unchanged.map((input) => input.externalId) },
      },
      select: { id: true, externalId: true },
    })) {
      ids.set(row.externalId, row.id);
    }
    return { ids, added };
  });
}
