import { expect, test } from 'vitest';
import type { HealthReason } from '@/lib/health/schema';
import { describeReason } from './health-words';

const told = (key: HealthReason['key'], value: number | null, more: number | null = null) =>
  describeReason({ key, value, more, contribution: 1, label: key === 'plan' ? 'Team' : null }, 'USD');

test.each([
  [told('renewal', 1, 2), 'renewal in 2 months'],
  [told('renewal', 1, 0), 'renewal this month'],
  [told('renewal', 0, 7), 'renewal in 7 months'],
  [told('paidLess', 1, -0.12), 'ARR down 12% in half a year'],
  [told('paidMore', 1, 0.3), 'ARR up 30% in half a year'],
  [told('silence', 1, 132), 'nothing heard for 132 days'],
  [told('silence', 0, 4), '4 statements in 90 days'],
  [told('usage', 0.03), 'use about as in the 8 weeks before (+3%)'],
  [told('usage', -0.25), 'use down 25% on the 8 weeks before'],
  [told('tenure', 14), 'a customer for 14 months'],
  [told('plan', null), 'plan Team'],
])('a reason has its number: %s', (words, expected) => {
  expect(words).toBe(expected);
});

test('a reason that an older version kept is told without', () => {
  expect(told('renewal', 1)).toBe('renewal within 3 months');
  expect(told('silence', 1)).toBe('nothing heard in 90 days');
  expect(told('paidLess', 1)).toBe('ARR went down in half a year');
});
