import { beforeEach, describe, expect, it } from 'vitest';
import type { Scope } from '@/lib/db/scope';
import { makeTheme } from '@/lib/db/testing/make-theme';
import { findTheme, findThemeNames } from '@/lib/themes/find-theme';
import { mergeThemes } from '@/lib/themes/merge-themes';
import { undoDecisions } from '@/lib/themes/record-decisions';
import { renameTheme, renameThemeSchema } from '@/lib/themes/rename-theme';
import { findAuditActions, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

let scope: Scope;
let memberId: string;
let a: string;
let b: string;
let c: string;

beforeEach(async () => {
  ({ scope, memberId } = await makeOwnedWorkspace());
  [a, b, c] = [await makeTheme(scope, 'A'), await makeTheme(scope, 'B'), await makeTheme(scope, 'C')];
});

const pointers = async () => {
  const themes = await scope.run((db) =>
    db.theme.findMany({ where: { workspaceId: scope.workspaceId }, orderBy: { name: 'asc' } }),
  );
  const nameOf = new Map<string | null, string>(themes.map(({ id, name }) => [id, name]));
  return themes.map(({ mergedIntoId }) => nameOf.get(mergedIntoId) ?? '-').join('');
};

const mergeInto = async (themeId: string, intoId: string) => {
  return (await mergeThemes(scope, { themeIds: [themeId], intoId })) ?? '';
};

describe('mergeThemes', () => {
  it('carries along what was merged into the merged theme, and lists all parts', async () => {
    await mergeInto(c, a);
    await mergeInto(a, b);
    expect(await pointers()).toBe('B-B');
    const parts = (await findTheme(scope, b))?.parts;
    expect(parts?.map(({ name, decidedById }) => [name, decidedById])).toEqual([
      ['C', memberId],
      ['A', memberId],
    ]);
    expect((await findThemeNames(scope)).map(({ name }) => name)).toEqual(['B']);
    expect(await findAuditActions(scope)).toEqual(['workspace.created', 'theme.merged', 'theme.merged']);
  });

  it('takes back one merge and leaves the others, in either order', async () => {
    const first = await mergeInto(c, a);
    const second = await mergeInto(a, b);
    await undoDecisions(scope, second);
    expect(await pointers()).toBe('--A');
    await undoDecisions(scope, second);
    const again = await mergeInto(a, b);
    await undoDecisions(scope, first);
    expect(await pointers()).toBe('B--');
    await undoDecisions(scope, again);
    expect(await pointers()).toBe('---');
  });

  it('makes no circle and merges nothing twice', async () => {
    await expect(mergeThemes(scope, { themeIds: [a], intoId: a })).rejects.toMatchObject({ kind: 'invalid' });
    await mergeThemes(scope, { themeIds: [a], intoId: b });
    for (const [themeId, intoId] of [
      [b, a],
      [c, a],
      [a, c],
    ] as const) {
      await expect(mergeThemes(scope, { themeIds: [themeId], intoId })).rejects.toMatchObject({
        kind: 'conflict',
      });
    }
    expect(await pointers()).toBe('B--');
  });

  it('lets one of two opposite merges at the same time win', async () => {
    const results = await Promise.allSettled([
      mergeThemes(scope, { themeIds: [a], intoId: b }),
      mergeThemes(scope, { themeIds: [b], intoId: a }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(['B--', '-A-']).toContain(await pointers());
  });

  it('knows no theme or merge of another workspace', async () => {
    const other = (await makeOwnedWorkspace()).scope;
    const foreign = await makeTheme(other, 'Foreign');
    await expect(mergeThemes(scope, { themeIds: [a], intoId: foreign })).rejects.toMatchObject({
      kind: 'not_found',
    });
    const decisionId = await mergeInto(a, b);
    await expect(undoDecisions(other, decisionId)).rejects.toMatchObject({ kind: 'not_found' });
    expect(await findTheme(other, a)).toBeNull();
  });
});

describe('renameTheme', () => {
  it('keeps the name it had first and writes the change down', async () => {
    await renameTheme(scope, { themeId: a, name: 'Signing in' });
    await renameTheme(scope, { themeId: a, name: 'Signing in' });
    await renameTheme(scope, { themeId: a, name: 'Sign-in' });
    expect(await findTheme(scope, a)).toMatchObject({ name: 'Sign-in', firstName: 'A' });
    expect(await findAuditActions(scope)).toEqual(['workspace.created', 'theme.renamed', 'theme.renamed']);
  });

  it('refuses a name that another theme has, but not that of a merged one', async () => {
    await expect(renameTheme(scope, { themeId: a, name: 'b' })).rejects.toMatchObject({ kind: 'conflict' });
    await mergeThemes(scope, { themeIds: [b], intoId: c });
    await renameTheme(scope, { themeId: a, name: 'B' });
    await expect(renameTheme(scope, { themeId: b, name: 'X' })).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('tidies white space and wants a name', () => {
    const parse = (name: string) => renameThemeSchema.safeParse({ themeId: a, name });
    expect(parse('  Sign \t in ').data?.name).toBe('Sign in');
    expect(parse('   ').success).toBe(false);
    expect(parse('x'.repeat(81)).success).toBe(false);
  });
});
