import { z } from 'zod';
import { notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { type NewDecision, recordDecisions, requireOpen } from '@/lib/themes/record-decisions';
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
  const audit = { lock: ['theme.locked', 'theme.unlocked'], exclude: ['theme.excluded', 'theme.included'] };
  return recordDecisions(scope, audit[mark][on ? 0 : 1] ?? '', (themes) =>
    themeIds.flatMap((themeId): NewDecision[] => {
      const theme = themes.get(themeId);
      if (mark === 'lock' && theme && Boolean(theme.lockedAt) === on) return [];
      // A lock is taken off where nothing else may be done.
      const open = mark === 'lock' && !on ? theme : requireOpen(themes, themeId);
      if (!open || open.withdrawnAt) throw notFound('theme');
      if (mark === 'exclude' && Boolean(open.excludedAt) === on) return [];
      return [on ? { themeId, action: mark, payload: {} } : { themeId, action: 'unmark', payload: { mark } }];
    }),
  );
}
