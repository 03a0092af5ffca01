import { expect, test } from 'vitest';
import { describeChance, describeStability, formatProbability } from './certainty-words';

test.each([
  [1, 1, 'Almost certainly in the top 5 (100% of draws)'],
  [0.6, 0.97, 'Probably in the top 5 (60% of draws)'],
  [0.2, 0.95, 'Almost certainly in the top 10 (95% of draws)'],
  [0.2, 0.6, 'Probably in the top 10 (60% of draws)'],
  [0, 0.1, 'Probably not in the top 10 (90% of draws)'],
])('top 5 in %f and top 10 in %f of the draws reads "%s"', (top5Share, top10Share, words) => {
  expect(describeStability({ top5Share, top10Share })).toBe(words);
});

test('a place without a bootstrap is unknown', () => {
  expect(describeStability(null)).toMatch(/unknown/);
});

test('a q value is read with the threshold of the badge', () => {
  expect(describeChance(0.0499)).toBe('unlikely to be chance');
  expect(describeChance(0.05)).toBe('may be chance');
  expect(describeChance(0.9)).toBe('no sign of more than chance');
});

test('tiny probabilities are not written as 0', () => {
  expect(formatProbability('q', 0.00001)).toBe('q < 0.001');
  expect(formatProbability('p', 0.0123)).toBe('p = 0.012');
});
