import { describe, expect, it } from 'vitest';
import { computeConfidence, computeLeads, fitConfidence } from './confidence';

describe('fitConfidence', () => {
  it('learns how often a score is right', () => {
    const cases = Array.from({ length: 1000 }, (_, index) => ({
      score: (index % 100) / 20 - 2.5,
      lead: 0.5,
      isRight: (index * 7919) % 100 < index % 100,
    }));
    const weights = fitConfidence(cases);
    expect(computeConfidence(weights, 2, 0.5)).toBeGreaterThan(computeConfidence(weights, -1, 0.5));
    const mean =
      cases.reduce((sum, { score, lead }) => sum + computeConfidence(weights, score, lead), 0) / 1000;
    expect(mean).toBeCloseTo(cases.filter(({ isRight }) => isRight).length / 1000, 2);
  });

  it('learns what a lead is worth', () => {
    const cases = Array.from({ length: 400 }, (_, index) => ({
      score: 0,
      lead: index % 2 === 0 ? 0.8 : -0.8,
      isRight: index % 2 === 0 ? index % 10 !== 0 : index % 10 === 1,
    }));
    const weights = fitConfidence(cases);
    expect(computeConfidence(weights, 0, 0.8)).toBeCloseTo(0.8, 1);
    expect(computeConfidence(weights, 0, -0.8)).toBeCloseTo(0.2, 1);
  });

  it('takes scores at their word where cases are few, and stays finite when all agree', () => {
    const agreed = { score: 1, lead: 1, isRight: true };
    expect(fitConfidence([])).toEqual([0, 1, 0]);
    expect(fitConfidence([{ ...agreed, isRight: false }])).toEqual([0, 1, 0]);
    const weights = fitConfidence(Array.from({ length: 100 }, () => agreed));
    expect(computeConfidence(weights, 1, 1)).toBeGreaterThan(0.5);
    expect(weights.every(Number.isFinite)).toBe(true);
  });
});

describe('computeLeads', () => {
  it('compares the first with the second and all others with the first', () => {
    const leads = computeLeads(Float64Array.of(0, 2, 9, -1), [0, 1, 3]);
    expect(leads[1]).toBeCloseTo(0.881 - 0.5, 3);
    expect(leads[0]).toBeCloseTo(0.5 - 0.881, 3);
    expect(leads[2]).toBeCloseTo(0.269 - 0.881, 3);
  });
});
