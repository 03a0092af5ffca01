import { expect, test } from 'vitest';
import { findCoverage } from '@/lib/impact/coverage';
import { makeAccount } from '@/lib/impact/testing/make-account';

const period = { firstFeedbackDay: 100, asOfDay: 500 };

test('churn is known at least as long as feedback, and up to the last one known', () => {
  expect(findCoverage([makeAccount('a')], period)).toEqual({
    feedbackFrom: 100,
    feedbackUntil: 500,
    churnUntil: 500,
  });
  expect(findCoverage([makeAccount('a', { churnedDay: 520 })], period).churnUntil).toBe(521);
});

test('churn dated after today is an intention', () => {
  expect(findCoverage([makeAccount('a', { churnedDay: 900 })], { ...period, today: 510 }).churnUntil).toBe(
    511,
  );
});
