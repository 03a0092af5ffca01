import { expect, it } from 'vitest';
import { describeDiscovery } from './discovery-words';

it('says which step of how many, and how much of it is done in its own unit', () => {
  expect(describeDiscovery({ step: 'neighbours', done: 4200, total: 20_000 })).toBe(
    'Step 3 of 7: comparing sentences with each other, 4,200 of 20,000',
  );
  expect(describeDiscovery({ step: 'learning', done: 3, total: 24 })).toBe(
    'Step 5 of 7: learning to tell themes apart, round 3 of 24',
  );
});

it('gives no count where there is nothing to count', () => {
  expect(describeDiscovery({ step: 'groups', done: 0, total: 1 })).toBe(
    'Step 4 of 7: grouping them by subject',
  );
});
