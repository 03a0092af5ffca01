import { expect, test } from 'vitest';
import { computePercentileInterval, computeQuantile } from '@/lib/stats/quantile';

test('quantiles are interpolated as in R', () => {
  expect(computeQuantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(computeQuantile([10, 20, 40], 0.25)).toBe(15);
  expect(computeQuantile([7], 0.9)).toBe(7);
  expect(computeQuantile([1, 2, 3], 1)).toBe(3);
});

test('the middle 95 % of unsorted replicates', () => {
  const replicates = Array.from({ length: 41 }, (_, index) => (index * 17) % 41);
  expect(computePercentileInterval(replicates)).toEqual({ low: 1, high: 39 });
  expect(computePercentileInterval([])).toBeNull();
});
