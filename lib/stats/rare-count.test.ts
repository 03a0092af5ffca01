import { expect, test } from 'vitest';
import { computeRareCount } from '@/lib/stats/rare-count';

test('after silence the predictive distribution decides', () => {
  // Gamma(1/2, 7) mixed over Poisson: P(0) = (7/8)^(1/2).
  const silence = new Array<number>(7).fill(0);
  expect(computeRareCount(silence, 1)?.pValue).toBeCloseTo(1 - Math.sqrt(7 / 8), 12);
});

test('a longer silence makes the same count rarer', () => {
  const [short, long] = [7, 56].map(
    (days) => computeRareCount(new Array<number>(days).fill(0), 3)?.pValue ?? 1,
  );
  expect(long).toBeLessThan((short ?? 0) / 100);
});

test('counts that vary more than Poisson counts make a high one less rare', () => {
  const even = computeRareCount([2, 2, 2, 2, 2, 2], 8);
  const uneven = computeRareCount([0, 6, 0, 6, 0, 0], 8);
  expect(even?.expected).toBe(uneven?.expected);
  expect(uneven?.pValue).toBeGreaterThan(10 * (even?.pValue ?? 1));
});

test('nothing before says nothing', () => {
  expect(computeRareCount([], 3)).toBeNull();
});
