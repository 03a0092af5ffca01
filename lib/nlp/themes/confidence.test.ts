import { describe, expect, it } from 'vitest';
import { computeConfidence, fitConfidence } from './confidence';

describe('fitConfidence', () => {
  it('learns that likeness means agreement, and how often', () => {
    const cases = Array.from({ length: 1000 }, (_, index) => {
      const cosine = (index % 100) / 100;
      return { cosine, lead: 0.5, isRight: (index * 7919) % 100 < cosine * 100, weight: 1 };
    });
    const weights = fitConfidence(cases);
    expect(computeConfidence(weights, 0.9, 0.5)).toBeGreaterThan(computeConfidence(weights, 0.2, 0.5));
    const mean =
      cases.reduce((sum, { cosine, lead }) => sum + computeConfidence(weights, cosine, lead), 0) / 1000;
    expect(mean).toBeCloseTo(cases.filter(({ isRight }) => isRight).length / 1000, 1);
  });

  it('stays finite without cases and when all agree', () => {
    expect(fitConfidence([]).every(Number.isFinite)).toBe(true);
    const weights = fitConfidence([{ cosine: 1, lead: 1, isRight: true, weight: 1 }]);
    expect(computeConfidence(weights, 1, 1)).toBeGreaterThan(0.5);
    expect(weights.every(Number.isFinite)).toBe(true);
  });
});
