import { expect, test } from 'vitest';
import { weekStarts } from '@/lib/issues/weeks';

test('weeks end on the day asked for and follow each other without gap', () => {
  expect(weekStarts(new Date('2026-03-02'), 2)).toEqual([
    { from: '2026-02-17', to: '2026-02-23' },
    { from: '2026-02-24', to: '2026-03-02' },
  ]);
});
