import { describe, expect, it } from 'vitest';
import { isFitNode } from './fit-node.mjs';

describe('isFitNode', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('accepts %s', (version) => {
    expect(isFitNode(version)).toBe(true);
  });

  it.each(['20.18.3', '18.20.4', '16.20.2', '4.9.1'])('refuses %s', (version) => {
    expect(isFitNode(version)).toBe(false);
  });
});
