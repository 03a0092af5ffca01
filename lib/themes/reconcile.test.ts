import { expect, test } from 'vitest';
import { reconcileThemes } from '@/lib/themes/reconcile';
import type { WorkspaceThemeModel } from '@/lib/themes/schema';

type Theme = WorkspaceThemeModel['themes'][number];

const makeTheme = (key: string, name: string, centroid: Theme['centroid']): Theme => ({
  key,
  name,
  keywords: [],
  size: 10,
  centroid,
  exampleIds: [],
});

const makeModel = (...themes: Theme[]): WorkspaceThemeModel => ({
  version: 'test',
  vocabulary: {},
  themes,
  thresholds: { minConfidence: 0.5, confidenceWeights: [0, 1, 0] },
  trainedOn: 100,
  retired: [],
});

const login = makeTheme('a1', 'Login keeps failing', [
  ['login', 0.8],
  ['password', 0.6],
]);
const billing = makeTheme('b1', 'Wrong invoices', [['invoic', 1]]);

test('a theme found again keeps its key and name', () => {
  const again = makeTheme('zz', 'Password login', [
    ['login', 0.6],
    ['password', 0.8],
  ]);
  const { themes } = reconcileThemes(makeModel(login, billing), makeModel(again));
  expect(themes.map(({ key, name }) => [key, name])).toEqual([['a1', 'Login keeps failing']]);
});

test('of two alike the closer one takes the identity, the other is new', () => {
  const close = makeTheme('x', 'Close', login.centroid);
  const far = makeTheme('y', 'Far', [
    ['login', 0.6],
    ['sso', 0.8],
  ]);
  const { themes } = reconcileThemes(makeModel(login), makeModel(far, close));
  expect(themes.map(({ key }) => key)).toEqual(['y', 'a1']);
});

test('a new theme never takes a key that is spoken for', () => {
  const again = makeTheme('new', 'Again', login.centroid);
  const stranger = makeTheme('a1', 'Stranger', [['refund', 1]]);
  const keys = reconcileThemes(makeModel(login), makeModel(again, stranger)).themes.map(({ key }) => key);
  expect(new Set(keys).size).toBe(2);
  expect(keys[0]).toBe('a1');
});

test('without a model of before everything is new', () => {
  expect(reconcileThemes(null, makeModel(login))).toEqual(makeModel(login));
});

test('a theme that was away for a while is recognised', () => {
  const without = reconcileThemes(
    makeModel(login, billing),
    makeModel(makeTheme('b2', 'Bills', billing.centroid)),
  );
  expect(without.retired.map(({ key }) => key)).toEqual(['a1']);
  const back = reconcileThemes(without, makeModel(makeTheme('zz', 'Login again', login.centroid)));
  expect(back.themes.map(({ key, name }) => [key, name])).toEqual([['a1', 'Login keeps failing']]);
  expect(back.retired.map(({ key }) => key)).toEqual(['b1']);
});
