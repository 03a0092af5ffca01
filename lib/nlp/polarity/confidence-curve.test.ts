import { describe, expect, it } from 'vitest';
import { readConfidence } from './confidence-curve';

const curve = { chances: [0.4, 0.6, 0.9], shares: [0.3, 0.5, 0.95] };

describe('readConfidence', () => {
  it.each([
    [0.1, 0.3],
    [0.4, 0.3],
    [0.5, 0.4],
    [0.6, 0.5],
    [0.75, 0.725],
    [1, 0.95],
  ])('reads a chance of %d as %d', (chance, share) => {
    expect(readConfidence(curve, chance)).toBeCloseTo(share, 9);
  });
});
