import { z } from 'zod';
import type { Scope } from '@/lib/db/scope';
import { recordDecisions, requireOpen } from '@/lib/themes/record-decisions';
import { themeNameSchema } from '@/lib/themes/schema';

export const renameThemeSchema = z.object({ themeId: z.uuid(), name: themeNameSchema });

/**
 * Gives a theme a name of a person's choice. Later discoveries keep it.
 * @throws ExpectedError 'conflict' when another theme has that name: then it is a merge that is wanted.
 */
export async function renameTheme(
  scope: Scope,
  { themeId, name }: z.infer<typeof renameThemeSchema>,
): Promise<string | null> {
  return recordDecisions(scope, 'theme.renamed', (themes) => {
    const theme = requireOpen(themes, themeId);
    if (theme.name === name) return [];
    return [{ themeId, action: 'rename', payload: { from: theme.name, to: name } }];
  });
}
