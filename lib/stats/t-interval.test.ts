import { expect, test } from 'vitest';
import { computeMeanInterval, tQuantile } from '@/lib/stats/t-interval';
import { expectClose } from '@/lib/stats/testing/reference';

test('quantiles agree with closed forms and with printed tables', () => {
  expectClose(tQuantile(0.975, 1), Math.tan(Math.PI * 0.475), { relative: 1e-11 });
  expectClose(tQuantile(0.975, 2), 0.95 / Math.sqrt(2 * 0.975 * 0.025), { relative: 1e-11 });
  expectClose(tQuantile(0.975, 30), 2.042272456301238, { relative: 1e-11 });
  expectClose(tQuantile(0.975, 1e6), 1.959966, { relative: 1e-6 });
});

test('the mean of a handful of effort scores', () => {
  const effort = computeMeanInterval([5, 6, 7, 4, 3, 6, 7, 7, 2, 5]);
  expect(effort?.mean).toBeCloseTo(5.2, 12);
  expect(effort?.interval?.low).toBeCloseTo(5.2 - 2.262157162798 * Math.sqrt(27.6 / 9 / 10), 9);
  expect(effort?.interval?.high).toBeCloseTo(5.2 + 2.262157162798 * Math.sqrt(27.6 / 9 / 10), 9);
});

test('one value has a mean but no interval, none has neither', () => {
  expect(computeMeanInterval([4])).toEqual({ mean: 4, interval: null, n: 1 });
  expect(computeMeanInterval([])).toBeNull();
});

test('equal values leave no spread', () => {
  expect(computeMeanInterval([3, 3, 3])).toEqual({ mean: 3, interval: { low: 3, high: 3 }, n: 3 });
});
