import { expect, test } from 'vitest';
import { normalCdf, normalQuantile, normalTwoSidedPValue, normalUpperTail } from '@/lib/stats/normal';
import { expectClose } from '@/lib/stats/testing/reference';

test('the cumulative distribution agrees with known values', () => {
  expect(normalCdf(0)).toBe(0.5);
  expectClose(normalCdf(1), 0.841344746068543, { relative: 1e-14 });
  expectClose(normalCdf(-1.959963984540054), 0.025, { relative: 1e-14 });
  expectClose(normalCdf(2.499999), 0.9937903171459015, { relative: 1e-14 });
});

test('far tails keep their relative accuracy', () => {
  expectClose(normalUpperTail(2.5), 0.006209665325776132, { relative: 1e-13 });
  expectClose(normalUpperTail(5), 2.866515718791939e-7, { relative: 1e-13 });
  expectClose(normalUpperTail(10), 7.619853024160525e-24, { relative: 1e-13 });
  expect(normalUpperTail(-40)).toBe(1);
});

test('series and continued fraction meet without a step', () => {
  const slope = (normalUpperTail(2.5 - 1e-9) - normalUpperTail(2.5)) / 1e-9;
  expectClose(slope, 0.01752830049, { relative: 1e-5 });
});

test('a two-sided p value is 1 at 0 and never above', () => {
  expect(normalTwoSidedPValue(0)).toBe(1);
  expectClose(normalTwoSidedPValue(-1.959963984540054), 0.05, { relative: 1e-14 });
});

test('quantiles invert the distribution over the whole range', () => {
  expectClose(normalQuantile(0.975), 1.959963984540054, { relative: 1e-14 });
  expectClose(normalQuantile(0.999), 3.090232306167813, { relative: 1e-13 });
  expectClose(normalQuantile(1e-20), -9.26234008979841, { relative: 1e-13 });
  expect(normalQuantile(0.5)).toBeCloseTo(0, 15);
  for (const z of [-7, -3.3, -2.5, -0.4, 0.2, 1.7, 4])
    expectClose(normalQuantile(normalCdf(z)), z, { relative: 1e-10 });
});

test('a certainty has no quantile', () => {
  for (const probability of [0, 1, -0.1, Number.NaN]) {
    expect(() => normalQuantile(probability)).toThrow(RangeError);
  }
});
