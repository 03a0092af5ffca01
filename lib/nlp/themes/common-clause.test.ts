import { expect, it } from 'vitest';
import { findCommonClause } from './common-clause';
import { groupDocuments } from './documents';
import { stemWord } from './stem';

const documents = groupDocuments(
  [
    'Great, works offline!',
    'Thanks – works offline',
    'works offline',
    'It works on my phone now and then',
    'Not solved.',
  ].map((text, index) => ({ id: String(index), commentId: String(index), text, language: 'en' })),
);

it('finds the short clause that several statements have in common, between marks of punctuation', () => {
  expect(findCommonClause(documents, new Set([stemWord('works', 'en')]), () => true)).toBe('works offline');
});

it('finds none where one person alone says it, or it is about something else', () => {
  expect(findCommonClause(documents, new Set([stemWord('solved', 'en')]), () => true)).toBeNull();
  expect(findCommonClause(documents, new Set(['invoic']), () => true)).toBeNull();
});

it('passes over one that is not fit', () => {
  const stems = new Set([stemWord('works', 'en')]);
  expect(findCommonClause(documents, stems, (clause) => clause !== 'works offline')).toBeNull();
});
