import { expect, it } from 'vitest';
import { computeAuc, type ScoredCase, sortCases } from '@/lib/stats/auc';

const cases = (events: number[], others: number[]): ScoredCase[] => [
  ...events.map((score) => ({ score, isEvent: true })),
  ...others.map((score) => ({ score, isEvent: false })),
];
const auc = (events: number[], others: number[]) => computeAuc(sortCases(cases(events, others)));

it('is the share of pairs in the right order, ties counting half', () => {
  expect(auc([3, 4], [1, 2])).toBe(1);
  expect(auc([1, 2], [3, 4])).toBe(0);
  // Pairs: 3>1, 3>2, 3<4; 1=1, 1<2, 1<4.
  expect(auc([3, 1], [1, 2, 4])).toBeCloseTo(2.5 / 6, 12);
  expect(auc([5, 5], [5, 5, 5])).toBe(0.5);
});

it('needs both kinds', () => {
  expect(auc([1], [])).toBeNull();
  expect(auc([], [1])).toBeNull();
});

it('counts a case as often as its weight says', () => {
  const given = cases([3, 1], [1, 2, 4]);
  const weights = [2, 0, 1, 1, 3];
  const weighted = computeAuc(sortCases(given), (position) => weights[position] ?? 0);
  expect(weighted).toBe(auc([3, 3], [1, 2, 4, 4, 4]));
});
