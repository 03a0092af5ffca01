import { expect, test } from 'vitest';
import { findTerm, makeTermMatcher, toWords } from '@/lib/themes/term-matcher';

function matcherOf(terms: string[]) {
  const matches = makeTermMatcher(terms);
  return (text: string) => matches?.(toWords(text));
}

test('a term is whole words in their order, whatever case, accents and punctuation', () => {
  const matches = matcherOf(['log in', 'Café', 'sso']);
  expect(matches('I cannot LOG IN!')).toBe(true);
  expect(matches('the cafe, again')).toBe(true);
  expect(matches('SSO.')).toBe(true);
  expect(matches('in the log')).toBe(false);
  expect(matches('blog inside')).toBe(false);
  expect(matches('assorted')).toBe(false);
});

test('a star stands for any ending', () => {
  const matches = matcherOf(['invoic*']);
  expect(matches('Your invoices are wrong')).toBe(true);
  expect(matches('uninvoiced')).toBe(false);
});

test('no terms, or terms without a letter, match nothing', () => {
  expect(makeTermMatcher([])).toBeNull();
  expect(makeTermMatcher(['...', '*'])).toBeNull();
});

test('tells where a text has a term', () => {
  const find = (text: string, ...terms: string[]) => {
    const place = findTerm(text, makeTermMatcher(terms) ?? (() => false));
    return place && text.slice(place.start, place.end);
  };
  expect(find('Our Crédit note, twice', 'credit note', 'debit')).toBe('Crédit note');
  expect(find('The exporters left', 'export*')).toBe('exporters');
  expect(find('Nothing here', 'export')).toBeNull();
});
