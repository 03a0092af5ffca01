import { expect, test } from 'vitest';
import { compareTaxonomies } from '@/lib/themes/compare-taxonomies';

/** Sentences as [how many, the group found, the themes of today]. */
function compare(...parts: [number, number, string[]][]) {
  const sentences = parts.flatMap(([count, group, themes]) =>
    Array.from({ length: count }, () => ({ group, themes })),
  );
  return compareTaxonomies(
    sentences.map(({ group }) => group),
    sentences.map(({ themes }) => themes),
  ).map(({ kind, themeId, group }) => [kind, themeId, group]);
}

test('what is found as it is today changes nothing', () => {
  expect(compare([40, 0, ['a']], [30, 1, ['b']], [5, -1, ['b']], [4, 0, ['b']], [6, 0, []])).toEqual([]);
});

test('a group of sentences without a theme is a new theme, and a handful is not', () => {
  expect(compare([40, 0, ['a']], [12, 1, []], [3, 1, ['a']])).toEqual([['new_theme', null, 1]]);
  expect(compare([40, 0, ['a']], [4, 1, []])).toEqual([]);
});

test('a group whose tags are strewn over many themes is a new one, and one of known matter is not', () => {
  const old: [number, number, string[]][] = ['a', 'b', 'c', 'd', 'e'].map((theme, group) => [
    40,
    group,
    [theme],
  ]);
  const strewn = (untagged: number): [number, number, string[]][] => [
    [untagged, 9, []],
    ...['a', 'b', 'c', 'd', 'e'].map((theme): [number, number, string[]] => [6, 9, [theme]]),
  ];
  expect(compare(...old, ...strewn(12))).toEqual([['new_theme', null, 9]]);
  expect(compare(...old, ...strewn(3))).toEqual([]);
  expect(compare(...old, [12, 9, []], [11, 9, ['a']], [9, 9, ['b']], [8, 9, ['c']])).toEqual([]);
});

test('a theme grows when its group takes in many sentences besides', () => {
  expect(compare([20, 0, ['a']], [15, 0, []], [30, 1, ['b']])).toEqual([['growth', 'a', 0]]);
  expect(compare([20, 0, ['a']], [25, 0, []], [30, 1, ['b']])).toEqual([['growth', 'a', 0]]);
});

test('a theme of which two groups hold a fair part splits', () => {
  expect(compare([30, 0, ['a']], [20, 1, ['a']])).toEqual([['split', 'a', 1]]);
  expect(compare([45, 0, ['a']], [5, 1, ['a']])).toEqual([]);
});

test('a theme of which most went astray has drifted', () => {
  expect(compare([18, 0, ['a']], [6, 1, ['a']], [40, 1, ['b']], [26, -1, ['a']])).toEqual([
    ['drift', 'a', 0],
  ]);
});

test('evidence counts sentences', () => {
  const [difference] = compareTaxonomies(
    [0, 0, 0, 0, 0, 0, 0, 0],
    [['a'], ['a', 'b'], [], [], [], [], [], []],
  );
  expect(difference).toMatchObject({
    found: 8,
    untagged: 6,
    overlap: [
      { themeId: 'a', spans: 2 },
      { themeId: 'b', spans: 1 },
    ],
  });
});
