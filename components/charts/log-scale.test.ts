import { describe, expect, it } from 'vitest';
import { makeLogScale } from './log-scale';

describe('makeLogScale', () => {
  it('spans at least a half to two, with 1 in the middle', () => {
    const scale = makeLogScale([1.1, 0.9]);
    expect([scale.low, scale.high]).toEqual([0.5, 2]);
    expect(scale.position(1)).toBe(0.5);
    expect(scale.ticks).toEqual([0.5, 1, 2]);
  });

  it('widens to the values in whole powers of two', () => {
    const scale = makeLogScale([0.3, 5]);
    expect([scale.low, scale.high]).toEqual([0.25, 8]);
    expect(scale.ticks).toEqual([0.25, 0.5, 1, 2, 4, 8]);
    expect(scale.position(0.25)).toBe(0);
    expect(scale.position(8)).toBe(1);
  });

  it('always has 1 among few ticks', () => {
    const { ticks } = makeLogScale([0.02, 60]);
    expect(ticks).toContain(1);
    expect(ticks.length).toBeLessThanOrEqual(7);
  });

  it('clips what cannot be drawn: zero, infinity and beyond the limit', () => {
    const scale = makeLogScale([0, Number.POSITIVE_INFINITY, 1e6]);
    expect(scale.high).toBe(64);
    expect(scale.position(0)).toBe(0);
    expect(scale.position(1e6)).toBe(1);
  });
});
