import { z } from 'zod';
import { invalid } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { recordDecisions, requireOpen } from '@/lib/themes/record-decisions';
import { themeIdsSchema } from '@/lib/themes/schema';

export const moveThemesSchema = z.object({
  themeIds: themeIdsSchema,
  /** Empty for the top. */
  parentId: z.union([z.literal('').transform(() => null), z.uuid()]),
});

/**
 * Puts themes under another, or at the top with `parentId` null.
 * @throws ExpectedError 'conflict' when a theme would stand three deep or is locked.
 */
export async function moveThemes(
  scope: Scope,
  { themeIds, parentId }: z.infer<typeof moveThemesSchema>,
): Promise<string | null> {
  if (parentId && themeIds.includes(parentId)) throw invalid('A theme cannot stand under itself.');
  return recordDecisions(scope, 'theme.moved', (themes) => {
    if (parentId) requireOpen(themes, parentId);
    return themeIds.flatMap((themeId) => {
      const { parentId: from } = requireOpen(themes, themeId);
      if (from === parentId) return [];
      return [{ themeId, action: 'move' as const, payload: { from, to: parentId } }];
    });
  });
}
