import { expect, it } from 'vitest';
import { groupDocuments } from './documents';
import { findUsualCase } from './usual-case';

const usual = findUsualCase(
  groupDocuments(
    [
      'A home vIsIt would help.',
      'My last visit was short.',
      'Every visit costs us an hour.',
      'THE VISIT WAS LATE AND THE VISIT WAS SHORT',
      'Our API keys expire, the API is down.',
      'The api fails.',
      'Überall fehlt der Bericht, kein Bericht kommt an.',
      'Reports are slow.',
    ].map((text, index) => ({ id: String(index), commentId: String(index), text, language: null })),
  ),
);

it('writes words as most texts do within a sentence', () => {
  expect(usual('vIsIt')).toBe('visit');
  expect(usual('proffesIonal macOS iPhone')).toBe('proffesional macOS iPhone');
  expect(usual('api keys')).toBe('API keys');
  expect(usual('kein bericht')).toBe('kein Bericht');
});

it('leaves words alone that begin texts or that nobody wrote', () => {
  expect(usual('Reports, Zoho')).toBe('Reports, Zoho');
  expect(usual('Apple Visit')).toBe('Apple Visit');
});
