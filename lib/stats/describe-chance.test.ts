import { expect, test } from 'vitest';
import { describeChance, formatProbability } from '@/lib/stats/describe-chance';

test('a q value is read with the threshold of the badge', () => {
  expect([0.0099, 0.0499, 0.05, 0.9].map(describeChance)).toEqual([
    'very unlikely to be chance',
    'unlikely to be chance',
    'may be chance',
    'may be chance',
  ]);
});

test('tiny probabilities are not written as 0', () => {
  expect(formatProbability('q', 0.00001)).toBe('q < 0.001');
  expect(formatProbability('p', 0.0123)).toBe('p = 0.012');
});
