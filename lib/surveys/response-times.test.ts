import { expect, it } from 'vitest';
import { whenGiven } from '@/lib/surveys/response-times';

const HOUR_MS = 3600_000;
const now = new Date('2026-05-10T12:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * HOUR_MS);

it.each<[string, number | null, (Date | null)[], Date]>([
  ['as it is given', null, [], now],
  ['from a queue', 3 * HOUR_MS, [hoursAgo(5), null], hoursAgo(3)],
  ['by a clock that was put forward', 400 * 24 * HOUR_MS, [hoursAgo(5), hoursAgo(4)], hoursAgo(4)],
  ['by such a clock, and nothing else is known', 400 * 24 * HOUR_MS, [], hoursAgo(30 * 24)],
  ['by a clock that was put back', -7 * HOUR_MS, [hoursAgo(5)], now],
])('dates an answer when it was given: %s', (_, waitedMs, notBefore, expected) => {
  expect(whenGiven({ waitedMs, notBefore }, now)).toEqual(expected);
});
