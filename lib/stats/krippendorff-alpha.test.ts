import { expect, test } from 'vitest';
import { computeKrippendorffAlpha } from '@/lib/stats/krippendorff-alpha';

/** Judges by row as the paper prints them, a dot for no label, turned into the labels of each unit. */
function unitsOf(...judges: string[]): string[][] {
  const rows = judges.map((judge) => judge.split(' '));
  return (rows[0] ?? []).map((_, unit) =>
    rows.map((row) => row[unit] ?? '.').filter((label) => label !== '.'),
  );
}

test('two judges, two names (Krippendorff 2011, section A)', () => {
  const units = unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
  expect(computeKrippendorffAlpha(units)).toBeCloseTo(0.095, 3);
});

test('two judges, five names (section B)', () => {
  const units = unitsOf('a a b b d c c c e d d a', 'b a b b b c c c e d d d');
  expect(computeKrippendorffAlpha(units)).toBeCloseTo(0.692, 3);
});

test('four judges, some labels missing (section C)', () => {
  const units = unitsOf(
    '1 2 3 3 2 1 4 1 2 . . .',
    '1 2 3 3 2 2 4 1 2 5 . 3',
    '. 3 3 3 2 3 4 2 2 5 1 .',
    '1 2 3 3 2 4 4 1 2 5 1 .',
  );
  expect(computeKrippendorffAlpha(units)).toBeCloseTo(0.743, 3);
});

test('full agreement is 1, and a system of disagreement is below 0', () => {
  expect(computeKrippendorffAlpha(unitsOf('a b a b', 'a b a b'))).toBe(1);
  expect(computeKrippendorffAlpha(unitsOf('a b a b', 'b a b a'))).toBeLessThan(0);
});

test('where nothing can differ there is no figure', () => {
  expect(computeKrippendorffAlpha([])).toBeNull();
  expect(computeKrippendorffAlpha([['a'], ['b']])).toBeNull();
  expect(computeKrippendorffAlpha(unitsOf('a a a', 'a a a'))).toBeNull();
});
