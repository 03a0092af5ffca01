import { expect, test } from 'vitest';
import { computeMacroF1 } from '@/lib/stats/macro-f1';

const judge = (truths: string, saids: string) =>
  truths.split(' ').map((truth, index) => ({ truth, said: saids.split(' ')[index] ?? '' }));

test('the example of scikit-learn', () => {
  expect(computeMacroF1(judge('0 1 2 0 1 2', '0 2 1 0 0 1'))).toBeCloseTo(0.26666, 4);
});

test('every name counts alike, however rare', () => {
  // a: 2 x 8 / (8 + 9); b: 2 x 1 / (2 + 1).
  const judgements = judge('a a a a a a a a b b', 'a a a a a a a a a b');
  expect(computeMacroF1(judgements)).toBeCloseTo((16 / 17 + 2 / 3) / 2, 12);
});

test('a name that is never true counts 0', () => {
  expect(computeMacroF1(judge('a a', 'a b'))).toBeCloseTo((2 / 3 + 0) / 2, 12);
});

test('all right is 1, all wrong is 0, nothing is unknown', () => {
  expect(computeMacroF1(judge('a b c', 'a b c'))).toBe(1);
  expect(computeMacroF1(judge('a b', 'b a'))).toBe(0);
  expect(computeMacroF1([])).toBeNull();
});
