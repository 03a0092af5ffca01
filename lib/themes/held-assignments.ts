import type { z } from 'zod';
import type { Db, Prisma } from '@/lib/db/client';
import type { Decision } from '@/lib/themes/decision';
import type { heldSchema } from '@/lib/themes/held-schema';

type Assignment = Prisma.ThemeAssignmentGetPayload<object>;

/** What a decision keeps of an assignment that it takes off. */
export function toHeld({ createdAt, sentimentAt, ...row }: Assignment): z.infer<typeof heldSchema> {
  const { workspaceId: _w, themeId: _t, feedbackId: _f, spanId: _s, ...rest } = row;
  return { ...rest, createdAt: createdAt.toISOString(), sentimentAt: sentimentAt?.toISOString() ?? null };
}

/** Puts back what these decisions took off spans, as it stood then: by whom, how sure, how it felt. */
export async function restoreHeld(
  db: Db,
  workspaceId: string,
  decisions: readonly (Decision & { themeId: string })[],
): Promise<void> {
  const rows = decisions.flatMap((decision) => {
    if (decision.action !== 'not_here' || !decision.payload.held) return [];
    const { feedbackId, spanId, held } = decision.payload;
    return [{ workspaceId, feedbackId, spanId, themeId: decision.themeId, ...held }];
  });
  if (rows.length === 0) return;
  // A comment may have been erased since.
  const spans = await db.span.findMany({
    where: { workspaceId, id: { in: rows.map(({ spanId }) => spanId) } },
    select: { id: true },
  });
  const isThere = new Set(spans.map(({ id }) => id));
  await db.themeAssignment.createMany({
    data: rows.filter(({ spanId }) => isThere.has(spanId)),
    skipDuplicates: true,
  });
}
