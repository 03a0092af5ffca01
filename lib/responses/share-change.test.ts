import { expect, it } from 'vitest';
import { computeShareChange } from '@/lib/responses/share-change';

// The examples are those of Newcombe 1998, table II, method 10.
it.each([
  { before: [48, 80], after: [56, 70], change: 0.2, low: 0.0524, high: 0.3339 },
  { before: [3, 10], after: [9, 10], change: 0.6, low: 0.1705, high: 0.809 },
  { before: [0, 20], after: [10, 10], change: 1, low: 0.6791, high: 1 },
] as const)('agrees with Newcombe: $after against $before', ({ before, after, change, low, high }) => {
  const found = computeShareChange(
    { successes: before[0], total: before[1] },
    { successes: after[0], total: after[1] },
  );
  expect(found?.change).toBeCloseTo(change, 10);
  expect(found?.interval.low).toBeCloseTo(low, 4);
  expect(found?.interval.high).toBeCloseTo(high, 4);
  expect(found?.isDetectable).toBe(true);
});

it('detects nothing between equal shares and says nothing of an empty sample', () => {
  const half = { successes: 50, total: 100 };
  expect(computeShareChange(half, half)).toMatchObject({ change: 0, isDetectable: false });
  expect(computeShareChange(half, { successes: 0, total: 0 })).toBeNull();
  expect(computeShareChange({ successes: 0, total: 0 }, half)).toBeNull();
});
