import { expect, test } from 'vitest';
import { describeStability } from './certainty-words';

test.each([
  [1, 1, 'Almost certainly in the top 5 (100 of 100)'],
  [0.95, 1, 'Almost certainly in the top 5 (95 of 100)'],
  [0.94, 1, 'Very likely in the top 5 (94 of 100)'],
  [0.8, 0.99, 'Very likely in the top 5 (80 of 100)'],
  [0.79, 0.99, 'Likely in the top 5 (79 of 100)'],
  [0.6, 0.97, 'Likely in the top 5 (60 of 100)'],
  [0.51, 0.97, 'Almost certainly in the top 10 (97 of 100)'],
  [0.2, 0.6, 'Likely in the top 10 (60 of 100)'],
  [0.2, 0.59, 'About even odds to be in the top 10 (59 of 100)'],
  [0.2, 0.4, 'About even odds to be in the top 10 (40 of 100)'],
  [0, 0.39, 'Unlikely to be in the top 10 (39 of 100)'],
  [0, 0, 'Unlikely to be in the top 10 (0 of 100)'],
])('top 5 in %f and top 10 in %f of the recomputations reads "%s"', (top5Share, top10Share, words) => {
  expect(describeStability({ top5Share, top10Share })).toBe(words);
});

test('a share just below all never reads as all, nor one just above none as none', () => {
  expect(describeStability({ top5Share: 0.998, top10Share: 1 })).toContain('(99 of 100)');
  expect(describeStability({ top5Share: 0, top10Share: 0.002 })).toContain('(1 of 100)');
});

test('a place without a bootstrap is unknown', () => {
  expect(describeStability(null)).toMatch(/unknown/);
});
