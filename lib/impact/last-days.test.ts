import { expect, it } from 'vitest';
import { lastDays } from '@/lib/impact/last-days';

it('counts the last day and so many before it', () => {
  expect(lastDays(new Date('2026-06-30'), 90)).toEqual({ from: '2026-04-02', to: '2026-06-30' });
  expect(lastDays(new Date('2026-06-30T23:59:59Z'), 1)).toEqual({ from: '2026-06-30', to: '2026-06-30' });
});
