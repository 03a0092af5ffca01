import { expect, test } from 'vitest';
import { verifyQuotes } from '@/lib/annotations/verify-quotes';

const texts = new Map([
  ['a', 'The export is broken again. I like the export, though.'],
  ['b', 'Die Überweisung schlägt fehl 😀😀 seit Montag.'],
]);
const verify = (feedbackId: string, quote: string) => verifyQuotes([{ feedbackId, quote }], texts);
const none = { verified: [], dropped: 1 };

test('finds a quote where it stands', () => {
  expect(verify('a', 'export is broken')).toEqual({
    verified: [{ feedbackId: 'a', start: 4, end: 20 }],
    dropped: 0,
  });
  const text = texts.get('b') ?? '';
  const [found] = verify('b', 'schlägt fehl 😀').verified;
  expect(text.slice(found?.start, found?.end)).toBe('schlägt fehl 😀');
});

test.each([
  ['invented', 'a', 'The export is wonderful.'],
  ['of another feedback', 'b', 'The export is broken again.'],
  ['of a feedback that was not sent', 'c', 'The export is broken again.'],
  ['with a changed letter', 'a', 'the export is broken again'],
  ['with a changed quotation mark or dash', 'a', 'The export is broken again…'],
  ['with a composed letter taken apart', 'b', 'Die U\u0308berweisung schlägt'],
  ['that tears a word', 'a', 'xport is broken aga'],
  ['too short to prove anything', 'a', 'The export'],
  ['empty', 'a', ''],
  ['with half an emoji', 'b', 'schlägt fehl \ud83d'],
])('drops a quote %s', (_why, feedbackId, quote) => {
  expect(verify(feedbackId, quote)).toEqual(none);
});

test('the same quote twice counts once', () => {
  const claim = { feedbackId: 'a', quote: 'The export is broken' };
  expect(verifyQuotes([claim, claim], texts)).toMatchObject({ verified: [{ start: 0 }], dropped: 0 });
});
