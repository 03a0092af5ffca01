import { expect, it } from 'vitest';
import { findTimeFault } from './plausible-time';

const now = new Date('2026-03-01T12:00:00Z');
const faultOf = (time: string) => findTimeFault(new Date(time), now);

it('finds a time at which nobody can have said something, and lets clocks differ by a day', () => {
  expect(faultOf('2026-03-02T11:00:00Z')).toBeNull();
  expect(faultOf('1971-01-01')).toBeNull();
  expect(faultOf('2026-03-02T13:00:00Z')).toBe('is dated 2026-03-02, which is in the future');
  expect(faultOf('1970-01-01')).toBe('is dated 1970-01-01, which is before 1971');
  expect(faultOf('0001-01-01')).toBe('is dated 0001-01-01, which is before 1971');
});
