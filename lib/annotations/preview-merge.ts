import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { themePlaces } from '@/lib/themes/theme-places';

export interface MergePreview {
  /** Comments on the themes to be merged or moved, each once. */
  moving: number;
  /** Comments on the theme they would go to, today and then; null where there is none. */
  before: number | null;
  after: number | null;
}

/** How many comments a merge or a move would change, of all time; as many as the feedback list has of these branches. */
export async function previewMerge(
  scope: Scope,
  { themeIds, intoId }: { themeIds: readonly string[]; intoId: string | null },
): Promise<MergePreview> {
  const { workspaceId } = scope;
  const isIn = (ids: readonly string[]) =>
    Prisma.sql`(place.head_id = ANY(${[...ids]}::uuid[]) OR place.branch_id = ANY(${[...ids]}::uuid[]))`;
  const into = intoId === null ? [] : [intoId];
  const comments = Prisma.sql`count(DISTINCT a.feedback_id)`;
  const [row] = await scope.run(
    (db) => db.$queryRaw<{ moving: number; before: number; after: number }[]>`
      SELECT (${comments} FILTER (WHERE ${isIn(themeIds)}))::int AS moving,
        (${comments} FILTER (WHERE ${isIn(into)}))::int AS before, ${comments}::int AS after
      FROM theme_assignments a JOIN ${themePlaces(workspaceId)} place ON place.theme_id = a.theme_id
      WHERE a.workspace_id = ${workspaceId}::uuid AND ${isIn([...themeIds, ...into])}`,
  );
  const { moving, before, after } = row ?? { moving: 0, before: 0, after: 0 };
  return intoId === null ? { moving, before: null, after: null } : { moving, before, after };
}
