import { expect, it } from 'vitest';
import { computeDiscoveryShare, discoverySteps } from '@/lib/annotations/discovery-steps';

it('grows from nothing to all, within each step and from one to the next', () => {
  const shares = discoverySteps.flatMap((step) =>
    [0, 50, 100].map((done) => computeDiscoveryShare({ step, done, total: 100 })),
  );
  expect(shares[0]).toBe(0);
  expect(shares.at(-1)).toBe(1);
  expect([...shares].sort((a, b) => a - b)).toEqual(shares);
});

it('counts nothing of a step that does not know how much there is', () => {
  const before = computeDiscoveryShare({ step: 'groups', done: 0, total: 0 });
  expect(before).toBe(computeDiscoveryShare({ step: 'neighbours', done: 7, total: 7 }));
});
