import { expect, test } from 'vitest';
import { computePoissonRateRatio, type RateCounts } from '@/lib/stats/poisson-rate-ratio';
import { expectClose, readReference } from '@/lib/stats/testing/reference';

type Case = RateCounts & {
  rateRatioBeforeOverAfter: number | null;
  interval: [number | null, number | null];
  pValue: number | null;
};

test('ratio, interval and p value agree with the reference', () => {
  for (const expected of readReference<Case>('poisson_rate_ratio')) {
    const ratio = computePoissonRateRatio(expected);
    expectClose(ratio?.rateRatioBeforeOverAfter ?? null, expected.rateRatioBeforeOverAfter);
    expectClose(ratio?.interval.low ?? null, expected.interval[0]);
    expectClose(ratio?.interval.high ?? null, expected.interval[1]);
    expectClose(ratio?.pValue ?? null, expected.pValue, { floor: 0 });
  }
});

test('a fix that leaves nothing behind has no upper bound', () => {
  const fixed = computePoissonRateRatio({
    countBefore: 5,
    exposureBefore: 100,
    countAfter: 0,
    exposureAfter: 100,
  });
  expect(fixed?.rateRatioBeforeOverAfter).toBeNull();
  expect(fixed?.interval.high).toBeNull();
  const share = 0.025 ** (1 / 5);
  expectClose(fixed?.interval.low, share / (1 - share));
  expectClose(fixed?.pValue, 2 / 32);
});

test('nothing before is a ratio of 0, nothing at all is unknown', () => {
  const worse = computePoissonRateRatio({
    countBefore: 0,
    exposureBefore: 100,
    countAfter: 5,
    exposureAfter: 100,
  });
  expect(worse).toMatchObject({ rateRatioBeforeOverAfter: 0, interval: { low: 0 } });
  const silent = computePoissonRateRatio({
    countBefore: 0,
    exposureBefore: 10,
    countAfter: 0,
    exposureAfter: 10,
  });
  expect(silent).toEqual({ rateRatioBeforeOverAfter: null, interval: { low: 0, high: null }, pValue: 1 });
});

test('equal rates have p = 1, and no exposure has no ratio', () => {
  expect(
    computePoissonRateRatio({ countBefore: 6, exposureBefore: 30, countAfter: 6, exposureAfter: 30 })?.pValue,
  ).toBeCloseTo(1, 12);
  expect(
    computePoissonRateRatio({ countBefore: 6, exposureBefore: 0, countAfter: 6, exposureAfter: 30 }),
  ).toBeNull();
});
