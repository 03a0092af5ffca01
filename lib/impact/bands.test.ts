import { expect, test } from 'vitest';
import { FEEDBACK_LEVELS, feedbackLevelOf } from '@/lib/impact/feedback-levels';
import { findArrCents, revenueBandOf } from '@/lib/impact/revenue-bands';
import { tenureBandOf } from '@/lib/impact/tenure-bands';

test('revenue bands begin at their powers of ten', () => {
  expect(revenueBandOf(null)).toBe('unknown');
  expect([0, 99_999, 100_000, 999_999, 1_000_000].map(revenueBandOf)).toEqual([
    'under-1k',
    'under-1k',
    '1k-10k',
    '1k-10k',
    '10k-100k',
  ]);
  expect([9_999_999, 10_000_000, 99_999_999, 100_000_000].map(revenueBandOf)).toEqual([
    '10k-100k',
    '100k-1m',
    '100k-1m',
    'over-1m',
  ]);
});

test('the ARR in force is the latest not after the day', () => {
  const history = [
    { fromDay: 100, arrCents: 10 },
    { fromDay: 200, arrCents: 20 },
    { fromDay: 200, arrCents: 21 },
  ];
  expect([99, 100, 199, 200, 999].map((day) => findArrCents(history, day))).toEqual([null, 10, 10, 21, 21]);
  // One of unknown amount ends the one before it.
  expect(findArrCents([...history, { fromDay: 300, arrCents: null }], 300)).toBeNull();
});

test('tenure bands begin after 91 and 365 days', () => {
  expect([1000, 1090, 1091, 1364, 1365].map((day) => tenureBandOf(1000, day))).toEqual([
    '0-3',
    '0-3',
    '3-12',
    '3-12',
    '12+',
  ]);
  expect(tenureBandOf(null, 5)).toBe('unknown');
});

test('feedback levels are none, some, and much in steps that double', () => {
  const levels = [0, 1, 2, 3, 5, 6, 11, 12, 500].map(feedbackLevelOf);
  expect(levels).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4]);
  expect(Math.max(...levels)).toBe(FEEDBACK_LEVELS - 1);
});
