import { expect, test } from 'vitest';
import { betaCdf, betaQuantile } from '@/lib/stats/beta';
import { logGamma } from '@/lib/stats/log-gamma';
import { expectClose } from '@/lib/stats/testing/reference';

test('log gamma agrees with factorials and with the half', () => {
  expectClose(logGamma(0.5), Math.log(Math.sqrt(Math.PI)), { relative: 1e-13 });
  expect(logGamma(1)).toBeCloseTo(0, 13);
  expectClose(logGamma(11), Math.log(3628800), { relative: 1e-14 });
  expectClose(logGamma(171), 706.5730622457874, { relative: 1e-14 });
});

test('the beta distribution agrees with binomial tails worked out by hand', () => {
  expectClose(betaCdf(0.3, 1, 1), 0.3, { relative: 1e-14 });
  expectClose(betaCdf(0.5, 2, 3), 11 / 16, { relative: 1e-14 });
  expectClose(betaCdf(0.9, 0.5, 0.5), (2 / Math.PI) * Math.asin(Math.sqrt(0.9)), { relative: 1e-13 });
  expect([betaCdf(0, 2, 3), betaCdf(1, 2, 3)]).toEqual([0, 1]);
});

test('quantiles invert the distribution, for small and large shapes', () => {
  for (const [a, b] of [
    [0.5, 0.5],
    [1, 30],
    [40, 3],
    [5000, 7000],
    [0.5, 100_000],
  ] as const) {
    for (const probability of [1e-6, 0.025, 0.5, 0.975]) {
      expectClose(betaCdf(betaQuantile(probability, a, b), a, b), probability, { relative: 1e-9 });
    }
  }
});
