import { expect, test } from 'vitest';
import { countQuantile, countUpperTail } from '@/lib/stats/count-tail';

test('the tail of a Poisson count is one minus the sum of its head', () => {
  const head = Math.exp(-2) * (1 + 2 + 2);
  expect(countUpperTail(3, 2, 1)).toBeCloseTo(1 - head, 12);
  expect(countUpperTail(0, 2, 1)).toBe(1);
});

test('the tail of a negative binomial count with size 1 is geometric', () => {
  // Mean 3 and dispersion 4 are size 1 and chance 1/4: at least k has the probability (3/4)^k.
  for (const count of [1, 2, 5, 40]) expect(countUpperTail(count, 3, 4)).toBeCloseTo(0.75 ** count, 12);
});

test('far tails keep their digits', () => {
  const first =
    Math.exp(60 * Math.log(2) - 2) / Array.from({ length: 60 }, (_, i) => i + 1).reduce((a, b) => a * b, 1);
  const tail = countUpperTail(60, 2, 1);
  expect(tail).toBeGreaterThan(first);
  expect(tail).toBeLessThan(1.04 * first);
});

test('the quantile is the smallest count that is exceeded rarely enough', () => {
  for (const [mean, dispersion] of [
    [0.01, 1],
    [2, 1],
    [9, 3],
    [300, 2.5],
  ] as const) {
    const bound = countQuantile(mean, dispersion, 0.01);
    expect(countUpperTail(bound + 1, mean, dispersion)).toBeLessThanOrEqual(0.01);
    if (bound > 0) expect(countUpperTail(bound, mean, dispersion)).toBeGreaterThan(0.01);
  }
});
