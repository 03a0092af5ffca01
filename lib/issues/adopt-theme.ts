import type { Scope } from '@/lib/db/scope';
import { themePlaces } from '@/lib/themes/theme-places';

/**
 * Gives issues of the sample workspace that were written before it had themes the theme that most of their pinned
 * statements speak of, where that is more than half of them and no issue is about it yet. In a workspace of people's
 * own nobody but they say what an issue is about.
 */
export async function adoptThemes(scope: Scope): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(
    (db) => db.$executeRaw`
      WITH spoken AS (
        SELECT e.issue_id, place.branch_id AS theme_id, count(DISTINCT e.feedback_id) AS n
        FROM issue_evidence e
          JOIN theme_assignments a ON a.workspace_id = e.workspace_id AND a.feedback_id = e.feedback_id
          JOIN ${themePlaces(workspaceId)} place ON place.theme_id = a.theme_id
        WHERE e.workspace_id = ${workspaceId}::uuid GROUP BY 1, 2),
      chosen AS (
        SELECT DISTINCT ON (s.issue_id) s.issue_id, s.theme_id
        FROM spoken s JOIN issues i ON i.workspace_id = ${workspaceId}::uuid AND i.id = s.issue_id AND i.theme_id IS NULL
        WHERE 2 * s.n > (
            SELECT count(*) FROM issue_evidence e WHERE e.workspace_id = i.workspace_id AND e.issue_id = i.id)
          AND NOT EXISTS (
            SELECT 1 FROM issues other WHERE other.workspace_id = i.workspace_id AND other.theme_id = s.theme_id)
        ORDER BY s.issue_id, s.n DESC, s.theme_id)
      UPDATE issues i SET theme_id = chosen.theme_id FROM chosen
      WHERE i.workspace_id = ${workspaceId}::uuid AND i.id = chosen.issue_id`,
  );
}
