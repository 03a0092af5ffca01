import { expect, it } from 'vitest';
import { holdsHere, type Rule, type RuleCircumstances } from '@/lib/widget/rule';

const here: RuleCircumstances = {
  traits: { plan: 'Pro', seats: 12, isTrial: false, note: '' },
  events: { paid: 1 },
  href: 'https://shop.example/cart/?step=2#pay',
  isPhone: true,
};
const holds = (about: Rule['about'], name: string, test: Rule['test'], value = '', more = {}) =>
  holdsHere({ about, name, test, value }, { ...here, ...more });

it('compares a trait as a text or as a number, and takes one that is not stated for nothing', () => {
  expect([holds('trait', 'plan', 'is', 'Pro'), holds('trait', 'plan', 'is_not', 'Pro')]).toEqual([
    true,
    false,
  ]);
  expect([holds('trait', 'plan', 'has', 'ro'), holds('trait', 'plan', 'has_not', 'ro')]).toEqual([
    true,
    false,
  ]);
  expect([holds('trait', 'seats', 'at_least', '12'), holds('trait', 'seats', 'at_most', '11')]).toEqual([
    true,
    false,
  ]);
  expect(holds('trait', 'isTrial', 'is', 'false')).toBe(true);
  expect([holds('trait', 'role', 'is_not', 'Owner'), holds('trait', 'role', 'is', 'Owner')]).toEqual([
    true,
    false,
  ]);
  expect([holds('trait', 'role', 'at_least', '0'), holds('trait', 'role', 'at_most', '0')]).toEqual([
    false,
    false,
  ]);
  expect([
    holds('trait', 'plan', 'known'),
    holds('trait', 'note', 'known'),
    holds('trait', 'role', 'unknown'),
  ]).toEqual([true, false, true]);
});

it('looks at a page without what follows its address, and at the whole of it', () => {
  expect([holds('page', '', 'is', '/cart'), holds('page', '', 'is', 'https://shop.example/cart/')]).toEqual([
    true,
    true,
  ]);
  expect([holds('page', '', 'is', '/'), holds('page', '', 'is_not', '/')]).toEqual([false, true]);
  expect([holds('page', '', 'has', 'step=2'), holds('page', '', 'has_not', '/cart')]).toEqual([true, false]);
  expect(holds('page', '', 'is', '/', { href: 'https://shop.example/' })).toBe(true);
});

it('knows events and the device', () => {
  expect([holds('event', 'paid', 'happened'), holds('event', 'paid', 'happened_not')]).toEqual([true, false]);
  expect([holds('event', 'left', 'happened'), holds('event', 'left', 'happened_not')]).toEqual([false, true]);
  expect([holds('device', '', 'is', 'phone'), holds('device', '', 'is_not', 'phone')]).toEqual([true, false]);
  expect(holds('device', '', 'is', 'desktop', { isPhone: false })).toBe(true);
});
