import { expect, test } from 'vitest';
import { chanceOfAYear, relateHorizons } from './risk-horizons';

test('a chance of three months is that of four such stretches in a year', () => {
  expect(chanceOfAYear(0.13)).toBeCloseTo(1 - 0.87 ** 4, 12);
  expect([chanceOfAYear(0), chanceOfAYear(1)]).toEqual([0, 1]);
});

test('both risks are told on one horizon, and what each is of', () => {
  const words = relateHorizons(0.13, 0.064);
  expect(words).toContain('13% within 3 months, is for whatever reason; at that pace it is 43% within 12');
  expect(words).toContain('6.4% of it over the same 12 months, is only what goes with its problems');
  expect(relateHorizons(0.13, null)).not.toContain('ARR at risk');
  expect(relateHorizons(null, 0.1)).toBeNull();
});
