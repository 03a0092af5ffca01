import { expect, test } from 'vitest';
import { churnValueOf, computeChurnValue } from '@/lib/impact/churn-value';

test('it is the share of the churn that goes with the theme, times the certainty that this is no chance', () => {
  expect(computeChurnValue(Math.log(2), 0)).toBeCloseTo(0.5, 12);
  expect(computeChurnValue(Math.log(4), 0.2)).toBeCloseTo(0.75 * 0.8, 12);
  expect(computeChurnValue(0, 0)).toBeCloseTo(0, 12);
  expect(computeChurnValue(Math.log(0.5), 0)).toBeCloseTo(-1, 12);
  expect(churnValueOf({ shrunk: { riskRatio: 2 }, estimate: { qValue: 0.1 } })).toBeCloseTo(0.45, 12);
});

test('it is never more than the evidence allows, and nothing without an estimate', () => {
  for (const riskRatio of [1.5, 5, 100]) {
    expect(computeChurnValue(Math.log(riskRatio), 0.9)).toBeLessThanOrEqual(0.1);
  }
  expect(computeChurnValue(Math.log(3), null)).toBe(0);
});
