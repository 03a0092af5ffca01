import type { Scope } from '@/lib/db/scope';

/** Why there may be no ranked list yet. */
export interface RankingState {
  statements: number;
  /** Statements the engine has not read yet. */
  unread: number;
  themes: number;
}

/** How far a workspace is on the way from feedback to a ranked list. */
export async function findRankingState(scope: Scope): Promise<RankingState> {
  const { workspaceId } = scope;
  return scope.run(async (db) => ({
    statements: await db.feedback.count({ where: { workspaceId } }),
    unread: await db.feedback.count({ where: { workspaceId, annotatedAt: null } }),
    themes: await db.theme.count({ where: { workspaceId, mergedIntoId: null } }),
  }));
}
