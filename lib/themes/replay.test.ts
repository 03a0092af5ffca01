import { expect, test } from 'vitest';
import { findTaxonomyProblem } from '@/lib/themes/check-taxonomy';
import type { Decision } from '@/lib/themes/decision';
import { type MadeDecision, replayDecisions, type ThemeState } from '@/lib/themes/replay';

const theme = (id: string, more: Partial<ThemeState> = {}): ThemeState => ({
  id,
  name: id,
  parentId: null,
  splitFromId: null,
  mergedIntoId: null,
  lockedAt: null,
  excludedAt: null,
  withdrawnAt: null,
  definition: '',
  includeTerms: [],
  excludeTerms: [],
  examples: [],
  ...more,
});

let clock = 0;
const made = (themeId: string, decision: Decision, isUndone = false): MadeDecision => ({
  ...decision,
  themeId,
  decidedAt: new Date(++clock),
  undoneAt: isUndone ? new Date(clock) : null,
});
const rename = (from: string, to: string): Decision => ({ action: 'rename', payload: { from, to } });
const move = (from: string | null, to: string | null): Decision => ({
  action: 'move',
  payload: { from, to },
});

test('the newest word that was not undone holds, in whatever order words were undone', () => {
  const row = theme('a', { name: 'whatever stands there' });
  const names = (undone: [boolean, boolean]) =>
    replayDecisions(
      [row],
      [made('a', rename('A', 'B'), undone[0]), made('a', rename('B', 'C'), undone[1])],
    )[0]?.name;
  expect(names([false, false])).toBe('C');
  expect(names([false, true])).toBe('B');
  expect(names([true, false])).toBe('C');
  expect(names([true, true])).toBe('A');
});

test('a theme nobody decided about stays as it is', () => {
  const rows = [theme('a', { parentId: 'b', definition: 'what it means' }), theme('b')];
  expect(replayDecisions(rows, [])).toEqual(rows);
});

test('a split taken back is a part of what it came from, unless it was merged elsewhere', () => {
  const rows = [theme('a'), theme('b'), theme('part', { splitFromId: 'a' })];
  const create = made('part', { action: 'create', payload: { splitFromId: 'a' } }, true);
  expect(replayDecisions(rows, [create])[2]).toMatchObject({
    mergedIntoId: 'a',
    withdrawnAt: create.undoneAt,
  });
  const merge = made('part', { action: 'merge', payload: { intoId: 'b' } });
  expect(replayDecisions(rows, [create, merge])[2]?.mergedIntoId).toBe('b');
});

test('a lock holds from when it was set until it is taken off', () => {
  const lock = made('a', { action: 'lock', payload: {} });
  expect(replayDecisions([theme('a')], [lock])[0]?.lockedAt).toEqual(lock.decidedAt);
  expect(replayDecisions([theme('a')], [{ ...lock, undoneAt: new Date() }])[0]?.lockedAt).toBeNull();
});

test('themes are two deep and names are unique among those that stand for themselves', () => {
  expect(findTaxonomyProblem([theme('a'), theme('b', { parentId: 'a' })])).toBeNull();
  const three = replayDecisions(
    [theme('a'), theme('b', { parentId: 'a' }), theme('c')],
    [made('c', move(null, 'b'))],
  );
  expect(findTaxonomyProblem(three)).toMatch(/“c” would stand three deep, under “b” in “a”/);
  expect(findTaxonomyProblem([theme('a'), theme('b', { name: 'A' })])).toMatch(/Merge the two instead/);
  expect(findTaxonomyProblem([theme('a'), theme('b', { name: 'A', mergedIntoId: 'a' })])).toBeNull();
});

test('sub-themes of a theme that was merged stand under where it went', () => {
  const rows = [
    theme('top'),
    theme('under', { parentId: 'top' }),
    theme('merged', { mergedIntoId: 'under' }),
    theme('sub', { parentId: 'merged' }),
  ];
  expect(findTaxonomyProblem(rows)).toMatch(/“sub” would stand three deep/);
});
