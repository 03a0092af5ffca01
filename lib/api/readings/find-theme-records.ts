import type { Place } from '@/lib/api/cursor';
import type { PlacedRow } from '@/lib/api/list-operation';
import { madeBefore } from '@/lib/api/older-than';
import type { ThemeRecord } from '@/lib/api/readings/theme-operations';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

/** Themes that hold today, each with the statements that mention it or a theme merged into it. */
export async function findThemeRecords(
  scope: Scope,
  _filter: object,
  { after, limit }: { after: Place | null; limit: number },
): Promise<PlacedRow<ThemeRecord>[]> {
  const { place, order } = madeBefore(after, Prisma.sql`k.id`);
  const rows = await scope.run(
    (db) => db.$queryRaw<ThemeRecord[]>`
      SELECT k.id, k.name, k.definition, coalesce(k.keywords, '{}') AS keywords, coalesce(p.merged_into_id, p.id) AS "parentId",
        k.locked_at IS NOT NULL AS "isLocked",
        (SELECT count(DISTINCT a.feedback_id)::int
          FROM theme_assignments a JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
          WHERE t.workspace_id = k.workspace_id AND coalesce(t.merged_into_id, t.id) = k.id) AS statements
      FROM themes k LEFT JOIN themes p ON p.workspace_id = k.workspace_id AND p.id = k.parent_id
      WHERE k.workspace_id = ${scope.workspaceId}::uuid AND k.merged_into_id IS NULL AND k.excluded_at IS NULL
        AND k.withdrawn_at IS NULL AND ${place}
      ORDER BY ${order}
      LIMIT ${limit}`,
  );
  return rows.map((row) => ({ place: { at: null, id: row.id }, row }));
}
