import { z } from 'zod';
import { notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { recordDecisions, requireOpen, undoDecisions } from '@/lib/themes/record-decisions';
import { themeIdsSchema } from '@/lib/themes/schema';

export const marks = ['lock', 'exclude'] as const;

export const markThemesSchema = z.object({
  themeIds: themeIdsSchema,
  mark: z.enum(marks),
  on: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
});

/**
 * Locks themes, so that no edit and no proposal touches them, or sets them aside, so that they are neither counted nor
 * ranked; and the other way round.
 */
export async function markThemes(
  scope: Scope,
  { themeIds, mark, on }: z.infer<typeof markThemesSchema>,
): Promise<string | null> {
  if (!on) return unmark(scope, themeIds, mark);
  return recordDecisions(scope, mark === 'lock' ? 'theme.locked' : 'theme.excluded', (themes) =>
    themeIds.flatMap((themeId) => {
      const theme = themes.get(themeId);
      if (mark === 'lock' && theme?.lockedAt) return [];
      const open = requireOpen(themes, themeId);
      return mark === 'exclude' && open.excludedAt ? [] : [{ themeId, action: mark, payload: {} }];
    }),
  );
}

async function unmark(scope: Scope, themeIds: readonly string[], mark: string): Promise<null> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const rows = await db.themeDecision.findMany({
      where: { workspaceId, themeId: { in: [...themeIds] }, action: mark, undoneAt: null },
    });
    if (rows.length === 0) throw notFound(mark);
    // A batch may hold other themes' marks, which stay: what is taken back becomes a batch of its own.
    for (const { id } of rows) {
      await db.themeDecision.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { batchId: id },
      });
      await undoDecisions(inner, id);
    }
  });
  return null;
}
