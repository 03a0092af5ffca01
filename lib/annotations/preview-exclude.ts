import type { Scope } from '@/lib/db/scope';
import { themePlaces } from '@/lib/themes/theme-places';

export interface ExcludePreview {
  /** Comments on the themes, each once, and those of them that have no other theme that is counted. */
  moving: number;
  uncovered: number;
}

/** How many comments setting themes aside would change, of all time. */
export async function previewExclude(scope: Scope, themeIds: readonly string[]): Promise<ExcludePreview> {
  const { workspaceId } = scope;
  const [row] = await scope.run(
    (db) => db.$queryRaw<ExcludePreview[]>`
      SELECT count(*)::int AS moving, (count(*) FILTER (WHERE NOT EXISTS (
          SELECT 1 FROM theme_assignments a
            JOIN ${themePlaces(workspaceId)} place ON place.theme_id = a.theme_id
          WHERE a.workspace_id = ${workspaceId}::uuid AND a.feedback_id = m.feedback_id
            AND place.head_id <> ALL(${[...themeIds]}::uuid[]))))::int AS uncovered
      FROM (
        SELECT DISTINCT a.feedback_id
        FROM theme_assignments a JOIN ${themePlaces(workspaceId)} place ON place.theme_id = a.theme_id
        WHERE a.workspace_id = ${workspaceId}::uuid AND place.head_id = ANY(${[...themeIds]}::uuid[])) m`,
  );
  return row ?? { moving: 0, uncovered: 0 };
}
