import { expect, test } from 'vitest';
import type { FixEffect } from '@/lib/issues/fix-effect';
import {
  describeAgainstOthers,
  describeFixEffect,
  describePointsGain,
  describeTimes,
  judgePointsGain,
  per1000,
} from './fix-words';

const effect = (
  own: [number, number | null] | null,
  compared: [number, number] | null | 'unknown' = null,
): FixEffect => ({
  months: [],
  before: { activeMonths: 10, complainingMonths: 5 },
  after: { activeMonths: 10, complainingMonths: 2 },
  rateRatio: own && { ratio: 0.4, low: own[0], high: own[1], pValue: 0.01 },
  againstUntouched: compared && {
    ratio: 0.5,
    untouchedRatio: 0.9,
    themes: 3,
    interval: compared === 'unknown' ? null : { low: compared[0], high: compared[1] },
    draws: [],
  },
});

test.each([
  [effect(null), 'nothing to compare'],
  [effect([0.5, 1.2]), 'No detectable change'],
  [effect([0.5, null]), 'No detectable change'],
  [effect([1.1, 2]), 'they rose'],
  [effect([0.2, 0.8], [0.3, 0.9]), 'more than those about themes that nobody fixed'],
  [effect([0.2, 0.8], [0.3, 1.1]), 'cannot be told'],
  [effect([0.2, 0.8], [1.1, 1.6]), 'cannot be told'],
  [effect([0.2, 0.8], 'unknown'), 'nothing to hold that against'],
  [effect([0.2, 0.8]), 'nothing to hold that against'],
])('says no more than the intervals allow: %j', (given, words) => {
  expect(describeFixEffect(given)).toContain(words);
});

test('a ratio with its interval', () => {
  expect(describeTimes(0.4, { low: 0.2, high: null })).toBe('0.40 times (95% interval 0.20 to unbounded)');
  expect(describeTimes(0.4, null)).toBe('0.40 times (95% interval unknown)');
});

test.each([
  [1.25, { low: 0.2, high: 2.4 }, '+1.3 points (95% interval +0.2 to +2.4)', 'down less'],
  [-0.5, { low: -2, high: 1 }, '−0.5 points (95% interval −2 to +1)', 'No detectable change'],
  [-2, { low: -3, high: -1 }, '−2 points (95% interval −3 to −1)', 'down more'],
])('the points of a fix: %d %j', (value, interval, words, verdict) => {
  expect(describePointsGain({ value, interval })).toBe(words);
  expect(judgePointsGain({ interval })).toContain(verdict);
});

test('says a rate, and what it is held against', () => {
  expect(per1000(5, 200)).toBe('25.0');
  expect(per1000(0, 0)).toBe('–');
  expect(describeAgainstOthers(null)).toContain('no theme without a fix');
  const against = {
    ratio: 0.5,
    untouchedRatio: 0.9,
    themes: 3,
    interval: { low: 0.3, high: 0.8 },
    draws: [],
  };
  expect(describeAgainstOthers(against)).toBe(
    '0.50 times (95% interval 0.30 to 0.80): the same ratio, divided by that of the 3 themes nobody fixed (0.90 times)',
  );
});
