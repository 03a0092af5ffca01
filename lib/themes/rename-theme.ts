import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { conflict, notFound } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { requireDecider } from '@/lib/themes/decider';
import { lockThemes } from '@/lib/themes/lock-themes';

const MAX_NAME = 80;

export const renameThemeSchema = z.object({
  themeId: z.uuid(),
  name: z
    .string()
    .trim()
    .min(1, 'A theme needs a name.')
    .max(MAX_NAME, `At most ${MAX_NAME} characters.`)
    .transform((name) => name.replace(/\s+/g, ' ')),
});

/**
 * Gives a theme a name of a person's choice. Later discoveries keep it.
 * @throws ExpectedError 'conflict' when another theme has that name: then it is a merge that is wanted.
 */
export async function renameTheme(
  scope: Scope,
  { themeId, name }: z.infer<typeof renameThemeSchema>,
): Promise<void> {
  const { workspaceId } = scope;
  const memberId = requireDecider(scope);
  await scope.run(async (db, inner) => {
    await lockThemes(inner);
    const theme = await db.theme.findUnique({ where: { workspaceId_id: { workspaceId, id: themeId } } });
    if (!theme || theme.mergedIntoId) throw notFound('theme');
    if (theme.name === name) return;
    const namesake = await db.theme.findFirst({
      where: {
        workspaceId,
        mergedIntoId: null,
        id: { not: themeId },
        name: { equals: name, mode: 'insensitive' },
      },
    });
    if (namesake) throw conflict(`There is another theme called “${namesake.name}”. Merge the two instead.`);
    await db.theme.update({ where: { workspaceId_id: { workspaceId, id: themeId } }, data: { name } });
    const payload = { from: theme.name, to: name };
    await db.themeDecision.create({
      data: { workspaceId, id: newId(), themeId, action: 'rename', payload, memberId },
    });
    await recordAudit(inner, {
      action: 'theme.renamed',
      subjectKind: 'theme',
      subjectId: themeId,
      details: payload,
    });
  });
}
