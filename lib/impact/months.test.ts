import { expect, test } from 'vitest';
import { firstDayOf, monthOf, toEpochDay } from '@/lib/impact/months';

test('days, months and their first days agree with the calendar', () => {
  expect(toEpochDay(new Date('1970-01-01T23:59:59Z'))).toBe(0);
  expect(toEpochDay(new Date('1969-12-31T23:59:59Z'))).toBe(-1);
  const leapDay = toEpochDay(new Date('2024-02-29T12:00:00Z'));
  expect(monthOf(leapDay)).toBe(12 * 2024 + 1);
  expect(firstDayOf(12 * 2024 + 2)).toBe(leapDay + 1);
  expect(firstDayOf(12 * 2025)).toBe(toEpochDay(new Date('2025-01-01T00:00:00Z')));
  for (let month = 12 * 2019; month < 12 * 2026; month++) {
    expect(monthOf(firstDayOf(month))).toBe(month);
    expect(monthOf(firstDayOf(month) - 1)).toBe(month - 1);
  }
});
