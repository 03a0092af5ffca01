import { expect, test } from 'vitest';
import { makeRandom } from './random';
import { roundTo, roundToSum } from './round-to-sum';

test('the parts add up to the whole as shown', () => {
  expect(roundToSum([100 / 3, 100 / 3, 100 / 3], 1)).toEqual([33.4, 33.3, 33.3]);
  expect(roundToSum([0.25, 0.25, 0.5], 1, 1)).toEqual([0.3, 0.2, 0.5]);
  expect(roundToSum([-1.26, 0.04, -0.04], 1)).toEqual([-1.3, 0, 0]);
  expect(roundToSum([0.3, 0.6], 1)).toEqual([0.3, 0.6]);
  expect(roundToSum([], 1, 3)).toEqual([]);
  expect(Object.is(roundToSum([-0.04, 0.04], 0)[0], 0)).toBe(true);
});

test('no part is further off than one of its last digit, whatever they are', () => {
  const random = makeRandom(7);
  for (let round = 0; round < 300; round++) {
    const values = Array.from({ length: 1 + Math.floor(random() * 12) }, () => 40 * (random() - 0.5));
    const sum = values.reduce((total, value) => total + value, 0);
    const shown = roundToSum(values, 1);
    expect(
      roundTo(
        shown.reduce((total, value) => total + value, 0),
        1,
      ),
    ).toBe(roundTo(sum, 1));
    for (const [index, value] of values.entries()) {
      expect(Math.abs((shown[index] ?? Number.NaN) - value)).toBeLessThan(0.1 + 1e-9);
    }
  }
});

test('a whole that is known otherwise is kept to, up or down', () => {
  expect(roundToSum([1.24, 1.24], 1, 2.6)).toEqual([1.3, 1.3]);
  expect(roundToSum([1.2, 1.25], 1, 2.3)).toEqual([1.1, 1.2]);
});
