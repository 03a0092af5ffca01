import { expect, test } from 'vitest';
import { compareShares } from '@/lib/annotations/share-change';

test('a share that tripled is a ratio of 3 above 1', () => {
  const change = compareShares({ count: 60, of: 500 }, { count: 40, of: 1000 });
  expect(change?.ratio).toBeCloseTo(3);
  expect(change?.shareBefore).toBe(0.04);
  expect(change?.interval.low).toBeGreaterThan(1);
  expect(change?.pValue).toBeLessThan(0.001);
});

test('the same share is no change', () => {
  expect(compareShares({ count: 5, of: 100 }, { count: 10, of: 200 })).toMatchObject({ ratio: 1, pValue: 1 });
});

test('from nothing the ratio is unbounded', () => {
  expect(compareShares({ count: 5, of: 100 }, { count: 0, of: 100 })).toMatchObject({
    ratio: null,
    interval: { high: null },
    shareBefore: 0,
  });
});

test('without comments before, or mentions at all, there is nothing to compare', () => {
  expect(compareShares({ count: 5, of: 100 }, { count: 0, of: 0 })).toBeNull();
  expect(compareShares({ count: 0, of: 100 }, { count: 0, of: 100 })).toBeNull();
});
