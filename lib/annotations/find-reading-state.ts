import type { Scope } from '@/lib/db/scope';

/** How far the engine has come: statements read, of all there are. */
export interface ReadingState {
  read: number;
  all: number;
}

/** How far reading has come while statements are unread; null when all of them are read. */
export async function findReadingState(scope: Scope): Promise<ReadingState | null> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const unread = await db.feedback.findFirst({
      where: { workspaceId, annotatedAt: null },
      select: { id: true },
    });
    if (!unread) return null;
    const [row] = await db.$queryRaw<ReadingState[]>`
      SELECT count(annotated_at)::int AS read, count(*)::int AS "all" FROM feedback
      WHERE workspace_id = ${workspaceId}::uuid`;
    return row ?? null;
  });
}
