import { expect, it } from 'vitest';
import { groupsSchema, withGroups } from '@/lib/surveys/rule-schema';
import { deliverySchema } from '@/lib/surveys/schema';

const problemOf = (rule: object) => groupsSchema.safeParse([[rule]]).error?.issues[0]?.message;

it('says what a rule lacks', () => {
  expect(problemOf({ about: 'trait', test: 'is', value: 'Pro' })).toBe(
    'A rule about a trait needs its name.',
  );
  expect(problemOf({ about: 'event', test: 'happened' })).toBe('A rule about an event needs its name.');
  expect(problemOf({ about: 'page', test: 'has' })).toBe(
    'A rule about a page needs a value to compare with.',
  );
  expect(problemOf({ about: 'page', test: 'at_least', value: '1' })).toBe(
    '"at_least" cannot be said of a page.',
  );
  expect(problemOf({ about: 'trait', name: 'seats', test: 'at_least', value: 'many' })).toMatch(/no number/);
  expect(problemOf({ about: 'device', test: 'is', value: 'toaster' })).toMatch(/"phone" or "desktop"/);
  expect(problemOf({ about: 'trait', name: 'role', test: 'known' })).toBeUndefined();
  expect(groupsSchema.safeParse([[]]).success).toBe(false);
});

it('reads a delivery of before as one group, and leaves one with groups alone', () => {
  const former = {
    mode: 'popover',
    pageContains: '/cart',
    device: 'phone',
    traitName: 'plan',
    traitValue: 'Pro',
    segment: 'Large',
  };
  expect(deliverySchema.parse(withGroups(former))).toMatchObject({
    mode: 'popover',
    groups: [
      [
        { about: 'page', test: 'has', value: '/cart' },
        { about: 'device', test: 'is', value: 'phone' },
        { about: 'trait', name: 'plan', test: 'is', value: 'Pro' },
        { about: 'segment', test: 'is', value: 'Large' },
      ],
    ],
  });
  expect(deliverySchema.parse(withGroups({}))).toMatchObject({ groups: [] });
  const now = { groups: [], segment: 'Large' };
  expect(withGroups(now)).toBe(now);
});
