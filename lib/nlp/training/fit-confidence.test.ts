import { expect, test } from 'vitest';
import { fitConfidence, fitLimitedConfidence } from './fit-confidence';

test('says how often labels were right, and never falls', () => {
  const judgements = Array.from({ length: 1200 }, (_, index) => {
    const chance = 0.4 + (0.6 * index) / 1200;
    return { chance, isRight: (index * 7919) % 1000 < (chance - 0.1) * 1000, weight: 1 };
  });
  const { chances, shares } = fitConfidence(judgements);
  expect(chances).toHaveLength(shares.length);
  expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  for (const [index, chance] of chances.entries()) expect(shares[index]).toBeCloseTo(chance - 0.1, 1);
});

test('ends at the limit, and never falls', () => {
  const judgements = Array.from({ length: 120 }, (_, index) => ({
    chance: (index + 1) / 120,
    isRight: index >= 60 || index % 2 === 0,
    weight: 1,
  }));
  const { shares } = fitLimitedConfidence(judgements, 0.938);
  expect(shares.at(-1)).toBe(0.938);
  expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  expect(fitLimitedConfidence([], 1)).toEqual({ chances: [], shares: [] });
});
