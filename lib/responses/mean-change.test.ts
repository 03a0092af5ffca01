import { expect, it } from 'vitest';
import { computeMeanChange } from '@/lib/responses/mean-change';

it("agrees with R's t.test on the sleep data", () => {
  // t.test(extra ~ group, data = sleep): 95 percent interval -3.3654832 to 0.2054832 for group 1 minus group 2.
  const one = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
  const two = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
  const found = computeMeanChange(two, one);
  expect(found?.change).toBeCloseTo(-1.58, 10);
  expect(found?.interval.low).toBeCloseTo(-3.3654832, 6);
  expect(found?.interval.high).toBeCloseTo(0.2054832, 6);
  expect(found?.isDetectable).toBe(false);
});

it('knows nothing from one value or from values that never vary', () => {
  expect(computeMeanChange([4], [5, 6, 7])).toBeNull();
  expect(computeMeanChange([5, 5], [6, 6])).toBeNull();
  expect(computeMeanChange([1, 2, 1, 2], [6, 7, 6, 7])).toMatchObject({ change: 5, isDetectable: true });
});
