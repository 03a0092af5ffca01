import { expect, test } from 'vitest';
import { adjustBenjaminiHochberg } from '@/lib/stats/benjamini-hochberg';
import { expectClose, readReference } from '@/lib/stats/testing/reference';

test('adjusted values agree with the reference, in the order given', () => {
  for (const { pValues, adjusted } of readReference<{ pValues: number[]; adjusted: number[] }>(
    'benjamini_hochberg',
  )) {
    const ours = adjustBenjaminiHochberg(pValues);
    expect(ours).toHaveLength(adjusted.length);
    adjusted.forEach((expected, index) => {
      expectClose(ours[index], expected);
    });
  }
});

test('ties share one value and p = 1 stays 1', () => {
  expect(adjustBenjaminiHochberg([0.02, 1, 0.02, 0.02])).toEqual(
    [0.02, 1, 0.02, 0.02].map((p) => (p < 1 ? (p * 4) / 3 : 1)),
  );
  expect(adjustBenjaminiHochberg([1, 1])).toEqual([1, 1]);
});

test('one value stays as it is, none gives none', () => {
  expect(adjustBenjaminiHochberg([0.3])).toEqual([0.3]);
  expect(adjustBenjaminiHochberg([])).toEqual([]);
});
