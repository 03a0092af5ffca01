import { Prisma } from '@/lib/db/client';

/**
 * The body of a recursive `family(root, id, theme_id, via)`: the issues given, and all that were merged into them, by hand
 * or through their themes. `via` is the title of the one merged, null for the issue itself.
 */
export function familyOf(workspaceId: string, issueIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT id AS root, id, theme_id, NULL::text AS via FROM issues
    WHERE workspace_id = ${workspaceId}::uuid AND id = ANY(${[...issueIds]}::uuid[])
    UNION
    SELECT family.root, i.id, i.theme_id, i.title
    FROM family
      JOIN issues i ON i.workspace_id = ${workspaceId}::uuid
      LEFT JOIN themes t ON t.workspace_id = i.workspace_id AND t.id = i.theme_id
    WHERE i.merged_into_id = family.id OR t.merged_into_id = family.theme_id`;
}
