import { feedbackWhere } from '@/lib/annotations/feedback-where';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

export interface MergePreview {
  /** Comments on the themes to be merged or moved, each once. */
  moving: number;
  /** Comments on the theme they would go to, today and then; null where there is none. */
  before: number | null;
  after: number | null;
}

/** How many comments a merge or a move would change, of all time. */
export async function previewMerge(
  scope: Scope,
  { themeIds, intoId }: { themeIds: readonly string[]; intoId: string | null },
): Promise<MergePreview> {
  const any = (ids: readonly string[]) =>
    Prisma.join(
      ids.map((id) => Prisma.sql`(${feedbackWhere(scope.workspaceId, { branch: id })})`),
      ' OR ',
    );
  const moving = any(themeIds);
  const [row] = await scope.run((db) =>
    intoId === null
      ? db.$queryRaw<MergePreview[]>`
          SELECT count(*)::int AS moving, NULL::int AS before, NULL::int AS after FROM feedback f WHERE ${moving}`
      : db.$queryRaw<MergePreview[]>`
          SELECT count(*) FILTER (WHERE ${moving})::int AS moving,
            count(*) FILTER (WHERE ${any([intoId])})::int AS before, count(*)::int AS after
          FROM feedback f WHERE ${any([...themeIds, intoId])}`,
  );
  return row ?? { moving: 0, before: null, after: null };
}
