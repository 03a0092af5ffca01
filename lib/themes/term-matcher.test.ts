import { expect, test } from 'vitest';
import { makeTermMatcher } from '@/lib/themes/term-matcher';

test('a term is whole words in their order, whatever case, accents and punctuation', () => {
  const matches = makeTermMatcher(['log in', 'Café', 'sso']);
  expect(matches('I cannot LOG IN!')).toBe(true);
  expect(matches('the cafe, again')).toBe(true);
  expect(matches('SSO.')).toBe(true);
  expect(matches('in the log')).toBe(false);
  expect(matches('blog inside')).toBe(false);
  expect(matches('assorted')).toBe(false);
});

test('a star stands for any ending', () => {
  const matches = makeTermMatcher(['invoic*']);
  expect(matches('Your invoices are wrong')).toBe(true);
  expect(matches('uninvoiced')).toBe(false);
});

test('no terms, or terms without a letter, match nothing', () => {
  expect(makeTermMatcher([])('anything')).toBe(false);
  expect(makeTermMatcher(['...', '*'])('anything ... *')).toBe(false);
});
