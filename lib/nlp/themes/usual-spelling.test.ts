import { expect, it } from 'vitest';
import { groupDocuments } from './documents';
import { findUsualSpelling } from './usual-spelling';

const documents = groupDocuments(
  [
    ...Array.from(
      { length: 20 },
      (_, at) => `The invoice ${at} overcomplicates things in the report of week ${at}`,
    ),
    'It does not overcomplicate thnigs',
    'The invocie is wrong',
    'A thick thong, and a contact',
  ].map((text, at) => ({ id: String(at), text, language: 'en' })),
);
const spell = findUsualSpelling(documents);

it('writes a slip as most texts spell the word', () => {
  expect(spell('overcomplicate thnigs')).toBe('overcomplicate things');
  expect(spell('Zoho invocie')).toBe('Zoho invoice');
});

it('leaves other words, other forms and names alone', () => {
  expect(spell('reports')).toBe('reports');
  expect(spell('contact')).toBe('contact');
  expect(spell('Thnigs')).toBe('Thnigs');
  expect(spell('wrong')).toBe('wrong');
});
