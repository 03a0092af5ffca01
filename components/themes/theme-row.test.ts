import { expect, test } from 'vitest';
import { placeThemes, sortThemes, type ThemeRow } from './theme-row';

const row = (name: string, more: Partial<ThemeRow> = {}): ThemeRow => ({
  themeId: name,
  name,
  mentions: 10,
  problems: 0,
  mentionsBefore: 0,
  negative: 0,
  neutral: 0,
  positive: 0,
  share: 0.1,
  change: null,
  overTime: [],
  score: null,
  parentId: null,
  isLocked: false,
  branch: null,
  ...more,
});
const change = (ratio: number | null) => ({
  ratio,
  interval: { low: 0, high: null },
  pValue: 1,
  qValue: 1,
  shareBefore: 0,
  commentsBefore: 500,
});
const names = (rows: ThemeRow[]) => rows.map(({ name }) => name).join('');

test('unknown values come last in either order', () => {
  const rows = [row('a'), row('b', { change: change(2) }), row('c', { change: change(null) })];
  expect(names(sortThemes(rows, 'change', 'descending'))).toBe('cba');
  expect(names(sortThemes(rows, 'change', 'ascending'))).toBe('bca');
});

test('two themes that are both new are equal, and go by comments and name', () => {
  const isNew = { change: change(null) };
  const rows = [row('b', isNew), row('a', isNew), row('c', { ...isNew, mentions: 11 })];
  expect(names(sortThemes(rows, 'change', 'ascending'))).toBe('cab');
});

test('by share of negative comments and by name', () => {
  const rows = [row('b', { negative: 5 }), row('a', { negative: 1 }), row('c', { mentions: 0 })];
  expect(names(sortThemes(rows, 'negative', 'descending'))).toBe('bac');
  expect(names(sortThemes(rows, 'name', 'descending'))).toBe('cba');
});

test('sub-themes stand under their theme, which is sorted by its whole branch', () => {
  const branch = { ...row('-'), mentions: 30 };
  const rows = [
    row('small', { mentions: 20 }),
    row('sub', { parentId: 'top' }),
    row('top', { mentions: 5, branch }),
    row('stray', { parentId: 'gone' }),
  ];
  expect(placeThemes(rows, 'mentions', 'descending').map(({ name, level }) => [name, level])).toEqual([
    ['top', 1],
    ['sub', 2],
    ['small', 1],
    ['stray', 1],
  ]);
});
