import type { Scope } from '@/lib/db/scope';

/** How much is held about a person. */
export interface Held {
  statements: number;
  responses: number;
}

/** What the question before an erasure names. */
export async function countHeld(scope: Scope, contactId: string): Promise<Held> {
  const where = { workspaceId: scope.workspaceId, contactId };
  return scope.run(async (db) => ({
    statements: await db.feedback.count({ where }),
    responses: await db.response.count({ where }),
  }));
}
