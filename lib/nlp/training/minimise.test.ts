import { expect, test } from 'vitest';
import { minimise } from './minimise';

test('finds the minimum of a long and narrow bowl', () => {
  const found = minimise(
    (point, gradient) => {
      let value = 0;
      for (const [index, at] of point.entries()) {
        const steepness = 10 ** index;
        value += 0.5 * steepness * (at - index) ** 2;
        gradient[index] = steepness * (at - index);
      }
      return value;
    },
    4,
    100,
  );
  expect([...found]).toEqual([0, 1, 2, 3].map((value) => expect.closeTo(value, 3)));
});
