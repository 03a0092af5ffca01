import { beforeEach, expect, it } from 'vitest';
import { Scope } from '@/lib/db/scope';
import { makeTheme } from '@/lib/db/testing/make-theme';
import { findDecisions, findOwnActs } from '@/lib/themes/find-decisions';
import { markThemes } from '@/lib/themes/mark-themes';
import { mergeThemes } from '@/lib/themes/merge-themes';
import { moveThemes } from '@/lib/themes/move-themes';
import { undoDecisions } from '@/lib/themes/record-decisions';
import { renameTheme } from '@/lib/themes/rename-theme';
import { createTheme, splitTheme, steerTheme } from '@/lib/themes/steer-theme';
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

const rowOf = (themeId: string) =>
  scope.run((db) =>
    db.theme.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId: scope.workspaceId, id: themeId } },
    }),
  );
const byName = (name: string) =>
  scope.run((db) => db.theme.findFirstOrThrow({ where: { workspaceId: scope.workspaceId, name } }));
const undo = async (batch: string | null) => undoDecisions(scope, batch ?? '');
const steering = { definition: '', includeTerms: [], excludeTerms: [], examples: [] };

it('several themes merged at once come apart at once', async () => {
  const batch = await mergeThemes(scope, { themeIds: [a, b], intoId: c });
  expect([(await rowOf(a)).mergedIntoId, (await rowOf(b)).mergedIntoId]).toEqual([c, c]);
  await undo(batch);
  await undo(batch);
  expect([(await rowOf(a)).mergedIntoId, (await rowOf(b)).mergedIntoId]).toEqual([null, null]);
});

it('a move is undone to where the theme was, and three deep is refused with nothing written', async () => {
  await moveThemes(scope, { themeIds: [b], parentId: a });
  const batch = await moveThemes(scope, { themeIds: [b], parentId: c });
  await expect(moveThemes(scope, { themeIds: [a], parentId: b })).rejects.toMatchObject({
    kind: 'conflict',
    message: expect.stringContaining('three deep'),
  });
  expect((await rowOf(a)).parentId).toBeNull();
  await undo(batch);
  expect((await rowOf(b)).parentId).toBe(a);
  await expect(moveThemes(scope, { themeIds: [a], parentId: a })).rejects.toMatchObject({ kind: 'invalid' });
});

it('a locked theme takes no edit until it is unlocked', async () => {
  await markThemes(scope, { themeIds: [a, b], mark: 'lock', on: true });
  await expect(renameTheme(scope, { themeId: a, name: 'X' })).rejects.toMatchObject({ kind: 'conflict' });
  await expect(mergeThemes(scope, { themeIds: [a], intoId: c })).rejects.toMatchObject({ kind: 'conflict' });
  await markThemes(scope, { themeIds: [a], mark: 'lock', on: false });
  await renameTheme(scope, { themeId: a, name: 'X' });
  expect((await rowOf(b)).lockedAt).not.toBeNull();
});

it('taking a lock off is an act of its own: undone, the theme is locked again', async () => {
  await markThemes(scope, { themeIds: [a], mark: 'lock', on: true });
  const unlocked = await markThemes(scope, { themeIds: [a], mark: 'lock', on: false });
  expect((await rowOf(a)).lockedAt).toBeNull();
  const { batches } = await findDecisions(scope, { page: 1, size: 10 });
  expect(batches.map(({ decision }) => decision.action)).toEqual(['unmark', 'lock']);
  await undo(unlocked);
  expect((await rowOf(a)).lockedAt).not.toBeNull();
});

it('an undone rename gives the name back, unless another theme has it by now', async () => {
  const batch = await renameTheme(scope, { themeId: a, name: 'Signing in' });
  await renameTheme(scope, { themeId: b, name: 'A' });
  await expect(undo(batch)).rejects.toMatchObject({ kind: 'conflict' });
  expect((await rowOf(a)).name).toBe('Signing in');
});

it('a split stands beside what it came from, and is a part of it again when undone', async () => {
  const batch = await splitTheme(scope, { themeId: a, name: 'SSO', includeTerms: ['sso'] });
  const part = await byName('SSO');
  expect(part).toMatchObject({ splitFromId: a, includeTerms: ['sso'], mergedIntoId: null });
  await undo(batch);
  expect(await rowOf(part.id)).toMatchObject({ mergedIntoId: a, withdrawnAt: expect.any(Date) });
});

it('what was made is not undone while others are a part of it', async () => {
  const batch = await createTheme(scope, { name: 'Mine', parentId: null, ...steering });
  const mine = await byName('Mine');
  const merge = await mergeThemes(scope, { themeIds: [a], intoId: mine.id });
  await expect(undo(batch)).rejects.toMatchObject({ kind: 'conflict' });
  await undo(merge);
  await undo(batch);
  expect((await rowOf(mine.id)).withdrawnAt).not.toBeNull();
  await expect(createTheme(scope, { name: 'b', parentId: null, ...steering })).rejects.toMatchObject({
    kind: 'conflict',
  });
});

it('words of people ask for a new assignment once, and come back as they were when undone', async () => {
  const to = { ...steering, definition: 'What it means', includeTerms: ['sso'] };
  const batch = await steerTheme(scope, { themeId: a, ...to });
  await steerTheme(scope, { themeId: a, ...to });
  const runs = () => scope.run((db) => db.themeReassignment.count());
  expect(await runs()).toBe(1);
  expect(await rowOf(a)).toMatchObject({ ...to, steeredAt: expect.any(Date) });
  await undo(batch);
  expect(await rowOf(a)).toMatchObject(steering);
  expect(await runs()).toBe(1);
});

it('keeps no personal data in examples', async () => {
  await steerTheme(scope, { themeId: a, ...steering, examples: ['Write to jane.doe@example.com please'] });
  const { examples } = await rowOf(a);
  expect(examples).toHaveLength(1);
  expect(examples[0]).not.toContain('jane.doe@example.com');
});

it('lists what was decided, by whom, and whether it holds', async () => {
  await renameTheme(scope, { themeId: a, name: 'X' });
  const batch = await mergeThemes(scope, { themeIds: [a, b], intoId: c });
  await undo(batch);
  const { batches, total } = await findDecisions(scope, { page: 1, size: 10 });
  expect(total).toBe(2);
  expect(batches).toMatchObject([
    { decision: { action: 'merge' }, count: 2, themes: ['X', 'B'], target: 'C', isUndone: true },
    { decision: { action: 'rename' }, count: 1, themes: ['X'], isUndone: false, decidedById: memberId },
  ]);
  expect((await findDecisions(scope, { themeId: b, page: 1, size: 10 })).total).toBe(1);
  expect(await findAuditActions(scope)).toEqual([
    'workspace.created',
    'theme.renamed',
    'theme.merged',
    'theme.merged',
    'theme.merge_undone',
    'theme.merge_undone',
  ]);
});

it('knows nothing of another workspace', async () => {
  const other = (await makeOwnedWorkspace()).scope;
  const batch = await renameTheme(scope, { themeId: a, name: 'X' });
  await expect(undoDecisions(other, batch ?? '')).rejects.toMatchObject({ kind: 'not_found' });
  await expect(markThemes(other, { themeIds: [a], mark: 'lock', on: true })).rejects.toMatchObject({
    kind: 'not_found',
  });
  await expect(moveThemes(other, { themeIds: [a], parentId: null })).rejects.toMatchObject({
    kind: 'not_found',
  });
});

it('a person’s last edit is theirs, of late, and not taken back yet', async () => {
  const since = new Date(Date.now() - 60_000);
  const ask = (of: Scope, from = since) => findOwnActs(of, { since: from, most: 5 });
  const first = await renameTheme(scope, { themeId: a, name: 'X' });
  const second = await markThemes(scope, { themeIds: [b, c], mark: 'lock', on: true });
  expect((await ask(scope)).map(({ batchId, count }) => [batchId, count])).toEqual([
    [second, 2],
    [first, 1],
  ]);
  await undo(second);
  expect((await ask(scope)).map(({ batchId }) => batchId)).toEqual([first]);
  expect(await ask(scope, new Date(Date.now() + 60_000))).toEqual([]);
  expect(await ask(Scope.issue(scope.workspaceId, { kind: 'job', job: 'issues.rank' }))).toEqual([]);
});
