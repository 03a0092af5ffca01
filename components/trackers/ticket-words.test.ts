import { expect, test } from 'vitest';
import { describeTogether } from './ticket-words';

const ticket = (progress: 'open' | 'started' | 'done' | 'cancelled' | null, state = 'created' as const) => ({
  progress,
  state,
});

test('says how several tickets stand and when the issue ships', () => {
  expect(describeTogether([ticket('done')])).toBeNull();
  expect(describeTogether([ticket('done'), { progress: null, state: 'failed' }])).toBeNull();
  expect(describeTogether([ticket('done'), ticket(null), ticket('cancelled')])).toBe(
    '1 of 2 tickets done, 1 cancelled. The issue becomes Shipped once all of them are.',
  );
  expect(describeTogether([ticket('done'), ticket('cancelled')])).toBe('1 of 1 ticket done, 1 cancelled.');
  expect(describeTogether([ticket('cancelled'), ticket('cancelled')])).toBe('All 2 tickets were cancelled.');
});
