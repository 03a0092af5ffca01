import { expect, it } from 'vitest';
import { parseHeadline } from '@/lib/annotations/find-matches';

it('cuts a headline at its marks and loses no character', () => {
  const pieces = parseHeadline('The \uE000export\uE001 of \uE000reports\uE001');
  expect(pieces).toEqual([
    { text: 'The ', isMatch: false },
    { text: 'export', isMatch: true },
    { text: ' of ', isMatch: false },
    { text: 'reports', isMatch: true },
  ]);
  expect(parseHeadline('no match')).toEqual([{ text: 'no match', isMatch: false }]);
  expect(parseHeadline('')).toEqual([]);
});
