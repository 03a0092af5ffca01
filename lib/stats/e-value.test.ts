import { expect, test } from 'vitest';
import { computeEValue, computeIntervalEValue } from '@/lib/stats/e-value';
import { expectClose, readReference } from '@/lib/stats/testing/reference';

test('e-values agree with the reference', () => {
  for (const { riskRatio, eValue } of readReference<{ riskRatio: number; eValue: number }>('e_value')) {
    expectClose(computeEValue(riskRatio), eValue);
  }
});

test('no association needs no explanation', () => {
  expect(computeEValue(1)).toBe(1);
});

test('the interval counts by its limit nearer to 1', () => {
  expectClose(computeIntervalEValue({ low: 1.8, high: 4 }), 3, { relative: 1e-12 });
  expect(computeIntervalEValue({ low: 0.2, high: 0.6 })).toBe(computeEValue(0.6));
  expect(computeIntervalEValue({ low: 0.9, high: 4 })).toBe(1);
  expect(computeIntervalEValue({ low: 1, high: 4 })).toBe(1);
});

test('a ratio of 0, below or without bound is refused', () => {
  for (const riskRatio of [0, -1, Number.POSITIVE_INFINITY, Number.NaN]) {
    expect(() => computeEValue(riskRatio)).toThrow(RangeError);
  }
});
