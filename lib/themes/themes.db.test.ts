import { beforeEach, describe, expect, it } from 'vitest';
import type { Scope } from '@/lib/db/scope';
import { makeTheme } from '@/lib/db/testing/make-theme';
import { saveThemeModel } from '@/lib/themes/commands';
import { findTheme, findThemeNames } from '@/lib/themes/find-theme';
import { mergeThemes, undoMerge } from '@/lib/themes/merge-themes';
import { findThemeModel } from '@/lib/themes/queries';
import { reconcileThemes } from '@/lib/themes/reconcile';
import { renameTheme, renameThemeSchema } from '@/lib/themes/rename-theme';
import type { WorkspaceThemeModel } from '@/lib/themes/schema';
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
  await mergeThemes(scope, { themeId, intoId });
  const theme = await findTheme(scope, (await findTheme(scope, themeId))?.mergedIntoId ?? '');
  return theme?.parts.find((part) => part.themeId === themeId)?.decisionId ?? '';
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
    await undoMerge(scope, second);
    expect(await pointers()).toBe('--A');
    await undoMerge(scope, second);
    const again = await mergeInto(a, b);
    await undoMerge(scope, first);
    expect(await pointers()).toBe('B--');
    await undoMerge(scope, again);
    expect(await pointers()).toBe('---');
  });

  it('makes no circle and merges nothing twice', async () => {
    await expect(mergeThemes(scope, { themeId: a, intoId: a })).rejects.toMatchObject({ kind: 'invalid' });
    await mergeThemes(scope, { themeId: a, intoId: b });
    for (const [themeId, intoId] of [
      [b, a],
      [c, a],
      [a, c],
    ] as const) {
      await expect(mergeThemes(scope, { themeId, intoId })).rejects.toMatchObject({ kind: 'conflict' });
    }
    expect(await pointers()).toBe('B--');
  });

  it('lets one of two opposite merges at the same time win', async () => {
    const results = await Promise.allSettled([
      mergeThemes(scope, { themeId: a, intoId: b }),
      mergeThemes(scope, { themeId: b, intoId: a }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(['B--', '-A-']).toContain(await pointers());
  });

  it('knows no theme or merge of another workspace', async () => {
    const other = (await makeOwnedWorkspace()).scope;
    const foreign = await makeTheme(other, 'Foreign');
    await expect(mergeThemes(scope, { themeId: a, intoId: foreign })).rejects.toMatchObject({
      kind: 'not_found',
    });
    const decisionId = await mergeInto(a, b);
    await expect(undoMerge(other, decisionId)).rejects.toMatchObject({ kind: 'not_found' });
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
    await mergeThemes(scope, { themeId: b, intoId: c });
    await renameTheme(scope, { themeId: a, name: 'B' });
    await expect(renameTheme(scope, { themeId: b, name: 'X' })).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('tidies white space and wants a name', () => {
    const parse = (name: string) => renameThemeSchema.safeParse({ themeId: a, name });
    expect(parse('  Sign \t in ').data?.name).toBe('Sign in');
    expect(parse('   ').success).toBe(false);
    expect(parse('x'.repeat(81)).success).toBe(false);
  });
});

describe('a later discovery', () => {
  const found = (key: string, name: string, term: string) => ({
    key,
    name,
    keywords: [term],
    size: 10,
    centroid: [[term, 1]] as [string, number][],
    exampleIds: [],
  });
  const discover = async (...themes: WorkspaceThemeModel['themes']) => {
    const previous = await findThemeModel(scope);
    const model = {
      version: 'test',
      vocabulary: {},
      themes,
      thresholds: { minConfidence: 0.5, confidenceWeights: [0, 1, 0] as [number, number, number] },
      trainedOn: 100,
    };
    await saveThemeModel(scope, reconcileThemes(previous?.model ?? null, model));
  };
  const byKey = async (key: string) => {
    const { workspaceId } = scope;
    return scope.run((db) =>
      db.theme.findUniqueOrThrow({ where: { workspaceId_key: { workspaceId, key } } }),
    );
  };

  it('keeps names and merges, also of a theme that was away for a while', async () => {
    await discover(found('k1', 'login', 'login'), found('k2', 'password', 'password'));
    const [login, password] = [await byKey('k1'), await byKey('k2')];
    await renameTheme(scope, { themeId: login.id, name: 'Signing in' });
    await mergeThemes(scope, { themeId: password.id, intoId: login.id });

    await discover(found('k9', 'billing', 'invoice'));
    await discover(found('k7', 'login again', 'login'), found('k8', 'passwords', 'password'));

    expect(await byKey('k1')).toMatchObject({ id: login.id, name: 'Signing in' });
    expect(await byKey('k2')).toMatchObject({ id: password.id, mergedIntoId: login.id });
    expect((await findThemeNames(scope)).map(({ name }) => name)).toEqual([
      'A',
      'B',
      'billing',
      'C',
      'Signing in',
    ]);
  });
});
