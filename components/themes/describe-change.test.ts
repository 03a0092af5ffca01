import { expect, test } from 'vitest';
import { describeChange } from './describe-change';

const change = (ratio: number | null, qValue: number, commentsBefore = 500) => ({
  share: 0.08,
  change: {
    ratio,
    interval: { low: 1.2, high: ratio && 3 },
    pValue: 0.001,
    qValue,
    shareBefore: 0.04,
    commentsBefore,
  },
});

test.each([
  [2, 0.01, 'Up 2 times', 'up'],
  [0.5, 0.01, 'Down to 50%', 'down'],
  [0, 0.01, 'Gone in this period', 'down'],
  [null, 0.01, 'New in this period', 'up'],
  [2, 0.2, 'No detectable change', 'flat'],
  [null, 0.2, 'No detectable change', 'flat'],
] as const)('a ratio of %s at q = %s', (ratio, qValue, text, direction) => {
  expect(describeChange(change(ratio, qValue))).toMatchObject({ text, direction });
});

test('calls nothing a change from a period with hardly any feedback', () => {
  expect(describeChange(change(212, 0.001, 19))).toEqual({
    text: 'Not enough feedback before to compare',
    figures: null,
    direction: 'flat',
  });
});

test('gives the figures, and none where there are none', () => {
  expect(describeChange(change(2, 0.01)).figures).toBe(
    '8% of comments, 4% before; ratio 2 (1.2 to 3), unlikely to be chance, q = 0.010',
  );
  expect(describeChange({ share: 0.1, change: null }).figures).toBeNull();
});
