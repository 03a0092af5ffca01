import { z } from 'zod';
import { conflict, invalid, notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { recordDecisions, requireOpen } from '@/lib/themes/record-decisions';
import { themeIdsSchema } from '@/lib/themes/schema';

export const mergeThemesSchema = z.object({
  themeIds: themeIdsSchema,
  intoId: z.uuid('Choose the theme it belongs to.'),
});

/**
 * Makes themes parts of another: from now on what is said of them counts for the other, everywhere. Nothing is
 * rewritten, and undoing the batch takes it back.
 * @returns the batch that names the act
 * @throws ExpectedError when one of them is merged already or locked, or is the other itself.
 */
export async function mergeThemes(
  scope: Scope,
  { themeIds, intoId }: z.infer<typeof mergeThemesSchema>,
): Promise<string | null> {
  if (themeIds.includes(intoId)) throw invalid('A theme cannot be merged into itself.');
  return recordDecisions(scope, 'theme.merged', (themes) => {
    const into = themes.get(intoId);
    if (!into || into.withdrawnAt) throw notFound('theme');
    if (into.mergedIntoId) throw conflict(`“${into.name}” is a part of another theme. Undo that first.`);
    return themeIds.map((themeId) => ({
      themeId: requireOpen(themes, themeId).id,
      action: 'merge' as const,
      payload: { intoId },
    }));
  });
}
