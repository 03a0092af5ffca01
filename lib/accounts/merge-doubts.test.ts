import { expect, it } from 'vitest';
import { findMergeDoubts } from '@/lib/accounts/merge-doubts';

const day = (written: string) => new Date(`2026-${written}`);
const quiet = { email: null, phone: null, firstAt: null, lastAt: null };

it('says what does not fit one person, and nothing of what is not known', () => {
  expect(findMergeDoubts(quiet, quiet)).toEqual([]);
  const anna = { email: 'anna@acme.test', phone: '+491', firstAt: day('01-01'), lastAt: day('03-01') };
  expect(findMergeDoubts(anna, quiet)).toEqual([]);
  expect(findMergeDoubts(anna, { ...anna, firstAt: day('03-02'), lastAt: day('04-01') })).toEqual([]);
  expect(
    findMergeDoubts(anna, {
      email: 'a.m@ACME.test',
      phone: '+492',
      firstAt: day('02-01'),
      lastAt: day('02-02'),
    }),
  ).toEqual(['own_addresses', 'other_phones', 'heard_together']);
});
