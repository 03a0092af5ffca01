import { expect, test } from 'vitest';
import { periodUntil, weeksOf } from '@/lib/annotations/feedback-period';

test('a period ends on the day given, whatever the hour, and has as many days before it', () => {
  expect(periodUntil(new Date('2026-03-31T23:59:00Z'), 30)).toEqual({
    from: '2026-03-02',
    to: '2026-03-31',
    before: { from: '2026-01-31', to: '2026-03-01' },
  });
});

test('weeks begin on Monday and are cut to the period', () => {
  expect(weeksOf({ from: '2026-03-04', to: '2026-03-16' })).toEqual([
    { from: '2026-03-04', to: '2026-03-08' },
    { from: '2026-03-09', to: '2026-03-15' },
    { from: '2026-03-16', to: '2026-03-16' },
  ]);
});
