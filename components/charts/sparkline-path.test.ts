import { describe, expect, it } from 'vitest';
import { sparklinePath } from './sparkline-path';

const box = { width: 104, height: 24, pad: 2 };

describe('sparklinePath', () => {
  it('runs from edge to edge, high values up', () => {
    expect(sparklinePath([0, 10, 5], box)).toBe('M2 22L52 2L102 12');
  });
  it('lifts the pen over gaps and dots a lone value', () => {
    expect(sparklinePath([1, null, 1], box)).toBe('M2 12h0M102 12h0');
    expect(sparklinePath([0, 1, null, null, 0], box)).toBe('M2 22L27 2M102 22h0');
  });
  it('draws a level line in the middle, and nothing from nothing', () => {
    expect(sparklinePath([3, 3], box)).toBe('M2 12L102 12');
    expect(sparklinePath([null, null], box)).toBe('');
    expect(sparklinePath([], box)).toBe('');
  });
});
