import { expect, test } from 'vitest';
import { expectClose, readReference } from '@/lib/stats/testing/reference';
import { computeWilsonInterval } from '@/lib/stats/wilson-interval';

interface Case {
  successes: number;
  total: number;
  interval: [number, number];
}

test('the interval agrees with the reference', () => {
  for (const { successes, total, interval } of readReference<Case>('wilson_interval')) {
    const wilson = computeWilsonInterval(successes, total);
    expectClose(wilson?.low, interval[0]);
    expectClose(wilson?.high, interval[1]);
  }
});

test('bounds are exact where nobody or everybody succeeds', () => {
  for (const total of [1, 7, 30, 49, 1000]) {
    expect(computeWilsonInterval(0, total)?.low).toBe(0);
    expect(computeWilsonInterval(total, total)?.high).toBe(1);
    expect(computeWilsonInterval(0, total)?.high).toBeGreaterThan(0);
    expect(computeWilsonInterval(total, total)?.low).toBeLessThan(1);
  }
});

test('without trials there is no interval', () => {
  expect(computeWilsonInterval(0, 0)).toBeNull();
});
