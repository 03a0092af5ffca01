import { expect, it } from 'vitest';
import { placeEntry } from '@/lib/widget/ranking';

it.each<[string, string[], number, string, string[]]>([
  ['puts the next entry at the end', ['a'], 1, 'b', ['a', 'b']],
  ['changes places with the entry that stood there', ['a', 'b', 'c'], 0, 'c', ['c', 'b', 'a']],
  ['moves an entry to a place that was free', ['a', 'b'], 2, 'a', ['b', 'a']],
  ['takes another entry in its place', ['a', 'b'], 1, 'c', ['a', 'c']],
  ['closes the gap that one leaves', ['a', 'b', 'c'], 1, '', ['a', 'c']],
  ['stays as it is', ['a', 'b'], 1, 'b', ['a', 'b']],
])('%s', (_, order, place, entry, expected) => {
  expect(placeEntry(order, place, entry)).toEqual(expected);
});
