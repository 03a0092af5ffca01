import { expect, it } from 'vitest';
import { computeSilenceChance } from '@/lib/stats/silence-chance';

it("is the one-sided p value of R's fisher.test", () => {
  // fisher.test(matrix(c(3, 2, 0, 8), 2), alternative = "greater")$p.value
  expect(computeSilenceChance(3, { now: 5, before: 8 })).toBeCloseTo(10 / 286, 12);
  expect(computeSilenceChance(6, { now: 6, before: 60 })).toBeLessThan(1e-7);
});

it('is 1 where nothing was said before', () => {
  expect(computeSilenceChance(10, { now: 184, before: 0 })).toBe(1);
  expect(computeSilenceChance(10, { now: 184, before: 5 })).toBeGreaterThan(0.7);
  expect(computeSilenceChance(0, { now: 0, before: 0 })).toBe(1);
});
