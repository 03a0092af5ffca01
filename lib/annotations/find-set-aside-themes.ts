import type { Scope } from '@/lib/db/scope';

/** A theme that people set aside. */
export interface SetAsideTheme {
  id: string;
  name: string;
  /** Comments on it, of all time. */
  comments: number;
}

/** The themes that are set aside, by name. */
export async function findSetAsideThemes(scope: Scope): Promise<SetAsideTheme[]> {
  return scope.run(
    (db) => db.$queryRaw<SetAsideTheme[]>`
      SELECT k.id, k.name, (
          SELECT count(DISTINCT a.feedback_id)::int
          FROM themes t JOIN theme_assignments a ON a.workspace_id = t.workspace_id AND a.theme_id = t.id
          WHERE t.workspace_id = k.workspace_id AND coalesce(t.merged_into_id, t.id) = k.id) AS comments
      FROM themes k
      WHERE k.workspace_id = ${scope.workspaceId}::uuid AND k.excluded_at IS NOT NULL AND k.withdrawn_at IS NULL
        AND k.merged_into_id IS NULL
      ORDER BY k.name, k.id`,
  );
}
