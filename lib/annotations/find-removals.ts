import { NOT_HERE } from '@/lib/annotations/correction-schema';
import type { Db } from '@/lib/db/client';

/** Whether a person said that a theme is not in a span. */
export type IsRemoved = (spanId: string, themeId: string) => boolean;

/**
 * What people took off these spans. A theme is off, too, when the one it was merged into is. Asked once for many spans.
 */
export async function findRemovals(db: Db, workspaceId: string, spanIds: string[]): Promise<IsRemoved> {
  const decisions = await db.$queryRaw<{ spanId: string; themeId: string }[]>`
    SELECT d.payload ->> 'spanId' AS "spanId", d.theme_id AS "themeId" FROM theme_decisions d
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.action = ${NOT_HERE} AND d.undone_at IS NULL
      AND d.payload ->> 'spanId' = ANY(${spanIds}::text[])`;
  if (decisions.length === 0) return () => false;
  const merged = await db.theme.findMany({
    where: { workspaceId, mergedIntoId: { not: null } },
    select: { id: true, mergedIntoId: true },
  });
  const headOf = new Map(merged.map((theme) => [theme.id, theme.mergedIntoId]));
  const removed = new Set(decisions.map(({ spanId, themeId }) => `${spanId} ${themeId}`));
  return (spanId, themeId) =>
    removed.has(`${spanId} ${themeId}`) || removed.has(`${spanId} ${headOf.get(themeId)}`);
}
