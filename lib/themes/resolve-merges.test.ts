import { expect, test } from 'vitest';
import { resolveMerges } from '@/lib/themes/resolve-merges';

const merge = (themeId: string, intoId: string) => ({ themeId, intoId });

test('a merged theme leads to the last one of its chain, in whatever order it was decided', () => {
  const chain = [merge('c', 'a'), merge('a', 'b'), merge('d', 'b')];
  const resolved = new Map([
    ['c', 'b'],
    ['a', 'b'],
    ['d', 'b'],
  ]);
  expect(resolveMerges(chain)).toEqual(resolved);
  expect(resolveMerges([...chain].reverse())).toEqual(resolved);
});

test('without the link in the middle the chain falls back to what was decided', () => {
  expect(resolveMerges([merge('c', 'a')])).toEqual(new Map([['c', 'a']]));
});
