import { expect, test } from 'vitest';
import { makeRandom } from '@/lib/core/random';
import { roundTo } from '@/lib/core/round-to-sum';
import { describeMoves, roundChanges } from './round-changes';

test('rows and columns add up as they are shown', () => {
  const random = makeRandom(3);
  for (let round = 0; round < 200; round++) {
    const rows = Array.from({ length: 9 }, () => {
      const [beforePoints, afterPoints] = [10 * (random() - 0.7), 10 * (random() - 0.7)];
      return { beforePoints, afterPoints, changePoints: afterPoints - beforePoints };
    });
    const shown = roundChanges(rows);
    const sum = (list: typeof rows, of: keyof (typeof rows)[number]) =>
      roundTo(
        list.reduce((total, row) => total + row[of], 0),
        1,
      );
    expect(sum(shown, 'beforePoints')).toBe(sum(rows, 'beforePoints'));
    expect(sum(shown, 'afterPoints')).toBe(sum(rows, 'afterPoints'));
    expect(sum(shown, 'changePoints')).toBe(roundTo(sum(rows, 'afterPoints') - sum(rows, 'beforePoints'), 1));
    for (const [index, row] of shown.entries()) {
      expect(roundTo(row.beforePoints + row.changePoints, 1)).toBe(row.afterPoints);
      expect(Math.abs(row.changePoints - (rows[index]?.changePoints ?? 0))).toBeLessThan(0.2);
    }
  }
});

test('a move that may be chance is not called one', () => {
  const [slow, dear] = [
    { name: 'Slow', qValue: 0.01 },
    { name: null, qValue: 0.5 },
  ];
  expect(describeMoves([slow, dear])).toBe('Moved by more than chance: Slow. The other moves may be chance.');
  expect(describeMoves([slow])).toBe('Moved by more than chance: Slow.');
  expect(describeMoves([dear])).toContain('each move below may be chance');
});
