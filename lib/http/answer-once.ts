import { ExpectedError, invalid } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import type { ApiAnswer } from '@/lib/http/api-operation';

/** How long an answer is kept for the same request to get again. */
export const KEPT_HOURS = 24;

/** The answer while its request is still at work; no transaction but its own ever sees it. */
const AT_WORK = 0;

/**
 * Does a write once for each Idempotency-Key of an API key. The key is claimed, the work done and the answer kept in one
 * transaction: a second request of the same key waits for the first and gets its answer; one that failed leaves nothing
 * and may be sent again.
 * @param requestHash of method, address and body: another request under a used key is refused.
 */
export async function answerOnce(
  scope: Scope,
  { key, requestHash }: { key: string; requestHash: string },
  work: (scope: Scope) => Promise<ApiAnswer>,
): Promise<{ answer: ApiAnswer; isReplay: boolean }> {
  const { workspaceId, actor } = scope;
  if (actor.kind !== 'api_key')
    throw new ExpectedError('denied', 'Only a request with an API key is repeated.');
  const apiKeyId = actor.keyId;
  return scope.run(async (db, inner) => {
    const outdated = new Date(Date.now() - KEPT_HOURS * 3_600_000);
    await db.apiRequest.deleteMany({ where: { workspaceId, createdAt: { lt: outdated } } });
    const where = { workspaceId_apiKeyId_key: { workspaceId, apiKeyId, key } };
    const { count } = await db.apiRequest.createMany({
      data: [{ workspaceId, apiKeyId, key, requestHash, status: AT_WORK, body: {} }],
      skipDuplicates: true,
    });
    if (count === 0) {
      const earlier = await db.apiRequest.findUniqueOrThrow({ where });
      if (earlier.requestHash !== requestHash) {
        throw invalid(
          `The Idempotency-Key was used within ${KEPT_HOURS} hours for another request. Make a new one for each request.`,
        );
      }
      return { answer: { status: earlier.status === 207 ? 207 : 200, body: earlier.body }, isReplay: true };
    }
    const answer = await work(inner);
    // What passed its schema is plain JSON.
    await db.apiRequest.update({ where, data: { status: answer.status, body: answer.body as object } });
    return { answer, isReplay: false };
  });
}
