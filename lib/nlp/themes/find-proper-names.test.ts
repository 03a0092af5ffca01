import { expect, it } from 'vitest';
import { groupDocuments } from './documents';
import { findProperNames } from './find-proper-names';

const namesIn = (...texts: string[]) => [
  ...findProperNames(
    groupDocuments(
      texts.map((text, index) => ({ id: String(index), commentId: String(index), text, language: 'en' })),
    ),
  ),
];

it('knows a name by its capital where no sentence begins, and abbreviations are none', () => {
  expect(namesIn('The Zoho CRM lost contacts.', 'Contacts of Zoho are gone.')).toEqual(['zoho']);
});

it('learns nothing from those who write no capitals, or only capitals', () => {
  expect(namesIn('the zoho sync is gone', 'The Zoho deals left', 'THE CONTACTS OF ZOHO VANISHED')).toEqual([
    'zoho',
  ]);
  expect(namesIn('zoho and Hubspot are gone')).toEqual([]);
});
