import type { z } from 'zod';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import type { Steering } from '@/lib/themes/decision';
import { recordDecisions, requireOpen } from '@/lib/themes/record-decisions';
import { redactExamples } from '@/lib/themes/redact-examples';
import type { createThemeSchema, splitThemeSchema, steerThemeSchema } from '@/lib/themes/steering-schema';

/** Says what a theme is: its definition, words and examples. Comments are assigned anew by them within a minute. */
export async function steerTheme(
  scope: Scope,
  { themeId, ...said }: z.output<typeof steerThemeSchema>,
): Promise<string | null> {
  return recordDecisions(scope, 'theme.steered', async (themes, inner) => {
    const { definition, includeTerms, excludeTerms, examples } = requireOpen(themes, themeId);
    const to = { ...said, examples: await redactExamples(inner, said.examples) };
    const from: Steering = { definition, includeTerms, excludeTerms, examples };
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    return [{ themeId, action: 'steer', payload: { from, to } }];
  });
}

/** Makes a theme of a person's own. @throws ExpectedError 'conflict' when there is one of that name. */
export async function createTheme(
  scope: Scope,
  { parentId, ...theme }: z.output<typeof createThemeSchema>,
): Promise<string | null> {
  return recordDecisions(scope, 'theme.created', async (themes, inner) => {
    if (parentId) requireOpen(themes, parentId);
    const { workspaceId } = inner;
    const id = newId();
    const examples = await redactExamples(inner, theme.examples);
    await inner.run((db) =>
      db.theme.create({ data: { workspaceId, id, parentId, keywords: [], ...theme, examples } }),
    );
    return [{ themeId: id, action: 'create', payload: {} }];
  });
}

/**
 * Splits a part off a theme: from now on what speaks of these words belongs to a theme of its own, beside the one it came
 * from, and no longer to that.
 */
export async function splitTheme(
  scope: Scope,
  { themeId, name, includeTerms }: z.output<typeof splitThemeSchema>,
): Promise<string | null> {
  return recordDecisions(scope, 'theme.split', async (themes, inner) => {
    const { parentId } = requireOpen(themes, themeId);
    const { workspaceId } = inner;
    const id = newId();
    const part = { name, includeTerms, parentId, splitFromId: themeId };
    await inner.run((db) => db.theme.create({ data: { workspaceId, id, keywords: [], ...part } }));
    return [{ themeId: id, action: 'create', payload: { splitFromId: themeId } }];
  });
}
