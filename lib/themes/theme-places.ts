import { Prisma } from '@/lib/db/client';

/**
 * Where each theme counts today, as a query: `theme_id` as assignments have it; `head_id`, where merges led it; `branch_id`, the theme that
 * its head is shown under, or the head itself. Themes that count nowhere (set aside, withdrawn) are left out. The same rules as
 * `findShownParent`.
 */
export function themePlaces(workspaceId: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT t.id AS theme_id, k.id AS head_id, coalesce(p.id, k.id) AS branch_id
    FROM themes t
      JOIN themes k ON k.workspace_id = t.workspace_id AND k.id = coalesce(t.merged_into_id, t.id)
        AND k.excluded_at IS NULL AND k.withdrawn_at IS NULL
      LEFT JOIN themes o ON o.workspace_id = k.workspace_id AND o.id = k.parent_id
      LEFT JOIN themes p ON p.workspace_id = o.workspace_id AND p.id = coalesce(o.merged_into_id, o.id)
        AND p.id <> k.id AND p.excluded_at IS NULL AND p.withdrawn_at IS NULL
    WHERE t.workspace_id = ${workspaceId}::uuid)`;
}

/**
 * The same for themes as comments were first assigned them: without what merges and marks made of them since, under the theme at the top that
 * they stand under in today's tree.
 */
export function firstPlaces(workspaceId: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT t.id AS theme_id, coalesce(p.id, t.id) AS branch_id
    FROM themes t
      LEFT JOIN themes p ON p.workspace_id = t.workspace_id AND p.id = t.parent_id AND p.parent_id IS NULL
    WHERE t.workspace_id = ${workspaceId}::uuid)`;
}

/** Whether a place under the alias `place` is a theme's own or that of a sub-theme of it. */
export function isInBranch(themeId: string): Prisma.Sql {
  return Prisma.sql`${themeId}::uuid IN (place.head_id, place.branch_id)`;
}
