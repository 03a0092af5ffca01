import { describe, expect, it, test } from 'vitest';
import { profileColumns } from '@/lib/ingest/csv/columns';
import { guessMapping } from '@/lib/ingest/csv/mapping';
import { readOwnScoreCell, readScoreCell } from '@/lib/ingest/csv/read-cell';
import { findScaleDoubts, scaleInName } from '@/lib/ingest/csv/scales';

describe('the scale in a name', () => {
  test.each([
    ['Ease (1-7)', 1, 7],
    ['Score 0–10', 0, 10],
    ['How good, from 1 to 100?', 1, 100],
    ['Fun? 1 = not at all, 5 = very', 1, 5],
    ['Stars out of 5', 1, 5],
    ['CSAT %', 0, 100],
  ])('%s', (name, low, high) => expect(scaleInName(name)).toEqual({ low, high }));

  test.each(['Q1-5', 'Rating', '2021-10', '1-10-2024', '0.1-5', 'version 1-5-2'])('not in %s', (name) =>
    expect(scaleInName(name)).toBeNull(),
  );
});

describe('a cell that states its scale', () => {
  test.each([
    ['4/5', 5, 4],
    ['4 out of 5', 5, 4],
    ['4 stars', 5, 4],
    ['★★★☆☆', 5, 3],
    ['Very  dissatisfied', 5, 1],
    ['9/10', 10, 9],
  ])('%s', (cell, high, value) => {
    expect(readScoreCell(cell, 'c', high === 10 ? 0 : 1, high)).toEqual({ value });
  });

  test.each(['4/10', '80/100', 'Agree', '6/5'])('%s is no score of five', (cell) =>
    expect(readScoreCell(cell, 'c', 1, 5)).toHaveProperty('error'),
  );
});

it('keeps a score on the scale that its name states, and asks where the values doubt it', () => {
  const header = ['Date', 'Comment', 'Rating (1-10)', 'NPS'];
  const rows = Array.from({ length: 20 }, (_, n) => [
    ...[`2026-03-${10 + n}`, `It took ${n} minutes to load the export.`],
    ...[String((n % 5) + 1), String((n % 5) + 1)],
  ]);
  const profiles = profileColumns(header, rows);
  const { columns } = guessMapping(profiles, 'feedback');
  expect(columns.find(({ column }) => column === 'Rating (1-10)')).toMatchObject({
    field: 'scaleScore',
    options: { scale: { low: 1, high: 10 } },
  });
  expect(findScaleDoubts(profiles, columns)).toEqual([
    // Of all who were asked nobody gave a 6 or more.
    { column: 'NPS', field: 'npsScore', scale: { low: 1, high: 5 }, isStated: false },
  ]);
});

it('takes decimals for scores on a scale of their own, and not for those of a metric', () => {
  for (const [cell, value] of [
    ['7.5', 7.5],
    ['7,25', 7.25],
    ['9.0', 9],
    ['8.5/10', 8.5],
  ] as const)
    expect(readOwnScoreCell(cell, 'c', 0, 10)).toEqual({ value });
  for (const cell of ['10.5', '-1', '1,000,000', '7.5.1', '4.5/5'])
    expect(readOwnScoreCell(cell, 'c', 0, 10)).toHaveProperty('error');
  expect(readScoreCell('7.5', 'c', 0, 10)).toHaveProperty('error');

  const fieldOf = (name: string, values: string[]) =>
    guessMapping(
      profileColumns(
        [name, 'Comment'],
        values.map((value, n) => [value, `It took ${n} minutes to load the export.`]),
      ),
      'feedback',
    ).columns.find(({ column }) => column === name);
  expect(fieldOf('Satisfaction (0-10)', ['7.5', '8.25', '3.5', '10'])).toMatchObject({
    ...{ field: 'scaleScore', options: { scale: { low: 0, high: 10 } } },
  });
  expect(fieldOf('Rating', ['4.5/5', '3.5/5', '5/5', '4.5/5'])).toMatchObject({
    ...{ field: 'scaleScore', options: { scale: { low: 1, high: 5 } } },
  });
});

it('keeps days apart from scores', () => {
  const [day] = profileColumns(['Date'], [['4/5'], ['3/5'], ['1/5']]);
  expect(day?.looksLike).not.toBe('score15');
});
