import { expect, test } from 'vitest';
import { describeStability } from './certainty-words';

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
