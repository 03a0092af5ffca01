import { expect, it } from 'vitest';
import { describeUsage } from './usage-words';

it('says by how much use faded or grew, and from what', () => {
  const means = { recentMean: 12.5, earlierMean: 25 };
  expect(describeUsage({ direction: 'faded', changeShare: -0.5, ...means })).toBe(
    'Use has faded by 50%: 12.5 people a week over the last 4 weeks, 25 over the 8 before.',
  );
  expect(describeUsage({ direction: 'grown', changeShare: 0.4, ...means })).toMatch(/^Use has grown by 40%/);
  expect(describeUsage({ direction: 'steady', changeShare: 0.02, ...means })).toMatch(
    /^Use is steady: 12\.5/,
  );
  expect(describeUsage(null)).toMatch(/^Too few weeks/);
});
