import { expect, test } from 'vitest';
import { makeRandom } from '@/lib/core/random';
import { normalQuantile } from '@/lib/stats/normal';
import { computeSpread, shrinkEstimate } from '@/lib/stats/shrinkage';

test('the spread follows its formula by hand', () => {
  const estimates = [
    { logRiskRatio: 1, standardError: 0.5 },
    { logRiskRatio: -0.5, standardError: 0.25 },
  ];
  expect(computeSpread(estimates)).toBeCloseTo((4 * 1 + 16 * 0.25 - 2) / 20, 14);
});

test('of estimates drawn from estimates the spread is that of the truth, not of the estimates', () => {
  const random = makeRandom(3);
  const noise = (deviation: number) => deviation * normalQuantile(random() || 0.5);
  const [truth, error] = [0.5, 0.4];
  const once = Array.from({ length: 20_000 }, () => noise(truth) + noise(error));
  const estimated = (values: number[]) =>
    values.map((logRiskRatio) => ({ logRiskRatio, standardError: error }));
  const drawn = once.map((value) => value + noise(error));
  expect(computeSpread(estimated(once))).toBeCloseTo(truth ** 2, 1);
  expect(Math.abs(computeSpread(estimated(drawn), 2) - truth ** 2)).toBeLessThan(0.02);
  expect(computeSpread(estimated(drawn))).toBeGreaterThan(truth ** 2 + 0.9 * error ** 2);
});

test('the spread is never below 0.01, also without estimates', () => {
  expect(computeSpread([{ logRiskRatio: 0, standardError: 0.3 }])).toBe(0.01);
  expect(computeSpread([])).toBe(0.01);
});

test('an estimate of variance equal to the spread is halved', () => {
  const shrunk = shrinkEstimate({ logRiskRatio: 0.8, standardError: 0.4 }, 0.16);
  expect(shrunk.logRiskRatio).toBeCloseTo(0.4, 14);
  expect(shrunk.standardError).toBeCloseTo(Math.sqrt(0.08), 14);
  expect(shrunk.probabilityPositive).toBeCloseTo(0.9213503964748575, 12);
});

test('the vaguer of two equal estimates ends nearer to 0, and no estimate at 0', () => {
  const clear = shrinkEstimate({ logRiskRatio: 0.8, standardError: 0.1 }, 0.1);
  const vague = shrinkEstimate({ logRiskRatio: 0.8, standardError: 2 }, 0.1);
  expect(vague.logRiskRatio).toBeLessThan(clear.logRiskRatio / 10);
  expect(vague.probabilityPositive).toBeLessThan(clear.probabilityPositive);
  expect(shrinkEstimate(null, 0.04)).toEqual({
    logRiskRatio: 0,
    standardError: 0.2,
    probabilityPositive: 0.5,
  });
});
