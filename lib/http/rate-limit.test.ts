import { expect, it } from 'vitest';
import { limitRate, TooManyRequests } from '@/lib/http/rate-limit';

it('lets through so many a minute, for each subject by itself', () => {
  const ask = (subject: string, atMs: number) => () => limitRate(subject, 2, atMs);
  expect(ask('a', 0)).not.toThrow();
  expect(ask('a', 59_000)).not.toThrow();
  expect(ask('a', 59_999)).toThrow('Too many');
  expect(ask('b', 59_999)).not.toThrow();
  expect(ask('a', 60_000)).not.toThrow();
});

it('forgets the oldest subjects rather than growing without end', () => {
  limitRate('first', 1, 0);
  for (let index = 0; index < 20_000; index++) limitRate(`other ${index}`, 1, 1);
  expect(() => limitRate('first', 1, 2)).not.toThrow();
});

it('says when the next request is heard', () => {
  limitRate('waits', 1, 0);
  const refusal = (atMs: number) => {
    try {
      limitRate('waits', 1, atMs);
    } catch (error) {
      return error instanceof TooManyRequests ? error.retryAfterSeconds : error;
    }
    return null;
  };
  expect([refusal(1), refusal(59_001), refusal(60_000)]).toEqual([60, 1, null]);
});
