import { expect, test } from 'vitest';
import { isChurnLinked } from '@/lib/impact/churn-link';

const estimate = (qValue: number, low: number | null) => ({ estimate: { qValue, interval: { low } } });

test('only a small q value with an interval above 1 is called associated with churn', () => {
  expect(isChurnLinked(estimate(0.049, 1.01))).toBe(true);
  expect(isChurnLinked(estimate(0.05, 1.01))).toBe(false);
  expect(isChurnLinked(estimate(0.001, 1))).toBe(false);
  expect(isChurnLinked(estimate(0.001, 0.4))).toBe(false);
});

test('what cannot be estimated is never called so', () => {
  expect(isChurnLinked({ estimate: null })).toBe(false);
  expect(isChurnLinked(estimate(0.001, null))).toBe(false);
});
