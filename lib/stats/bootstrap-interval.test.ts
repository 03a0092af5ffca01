import { expect, test } from 'vitest';
import { computeBootstrapInterval } from '@/lib/stats/bootstrap-interval';
import { computeWilsonInterval } from '@/lib/stats/wilson-interval';

const shareOf = (drawn: readonly boolean[]) => drawn.filter(Boolean).length / drawn.length;
const sixtyOf = (total: number) => Array.from({ length: total }, (_, index) => index < total * 0.6);

test('the interval of a share is close to the one known in closed form', () => {
  const interval = computeBootstrapInterval(sixtyOf(400), shareOf, { replicates: 4000 });
  const wilson = computeWilsonInterval(240, 400);
  expect(interval?.low).toBeCloseTo(wilson?.low ?? 0, 2);
  expect(interval?.high).toBeCloseTo(wilson?.high ?? 0, 2);
});

test('the same seed gives the same interval, another one another', () => {
  const of = (seed: number) => computeBootstrapInterval(sixtyOf(50), shareOf, { seed, replicates: 201 });
  expect(of(7)).toEqual(of(7));
  expect(of(7)).not.toEqual(of(8));
});

test('a statistic that often cannot be computed has no interval', () => {
  const oftenNull = (drawn: readonly boolean[]) => (drawn[0] ? null : 1);
  expect(computeBootstrapInterval(sixtyOf(50), oftenNull)).toBeNull();
  const rarelyNull = (drawn: readonly boolean[]) => (drawn.every(Boolean) ? null : 1);
  expect(computeBootstrapInterval(sixtyOf(50), rarelyNull)).toEqual({ low: 1, high: 1 });
});

test('one item tells nothing of chance', () => {
  expect(computeBootstrapInterval([true], shareOf)).toBeNull();
  expect(computeBootstrapInterval([], shareOf)).toBeNull();
});
