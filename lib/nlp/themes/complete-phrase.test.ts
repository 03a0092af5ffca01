import { expect, it } from 'vitest';
import { completePhrase } from './complete-phrase';
import { groupDocuments } from './documents';

const documents = groupDocuments(
  ['fails', 'stopped', 'is down', 'works for some', 'hangs'].map((end, at) => ({
    id: String(at),
    text: `Single ${at % 2 ? 'sign on' : 'sign-on'} ${end}, first-line support did not call on ${at + 1} days`,
    language: 'en',
  })),
);

it('completes what the texts write as a part of a compound', () => {
  expect(completePhrase('single sign', documents)).toBe('single sign-on');
  expect(completePhrase('line support', documents)).toBe('first-line support');
});

it('leaves what is whole, or rare', () => {
  expect(completePhrase('support', documents)).toBe('support');
  expect(completePhrase('single sign', documents.slice(0, 2))).toBe('single sign');
});
