import { describe, expect, it } from 'vitest';
import { bucketUnit, cutPeriod, cutWeeks } from '@/lib/annotations/buckets';
import { addDays, countDays, parsePeriodChoice, resolvePeriod } from '@/lib/annotations/period';

const recorded = { from: '2025-05-01', to: '2026-10-31' };

describe('resolvePeriod', () => {
  it('ends on the last recorded day and compares with as many days before', () => {
    expect(resolvePeriod({}, recorded)).toEqual({
      preset: '90',
      from: '2026-08-03',
      to: '2026-10-31',
      length: 90,
      before: { from: '2026-05-05', to: '2026-08-02' },
      isBeforePartial: false,
    });
  });

  it('says when records begin within the days before, and when there are none', () => {
    expect(resolvePeriod({ period: '365' }, recorded)).toMatchObject({
      from: '2025-11-01',
      before: { from: '2024-11-01', to: '2025-10-31' },
      isBeforePartial: true,
    });
    expect(resolvePeriod({ period: 'all' }, recorded)).toMatchObject({ ...recorded, before: null });
  });

  it('fills the end that was not given from the records', () => {
    expect(resolvePeriod({ from: '2026-10-01' }, recorded)).toMatchObject({
      preset: 'custom',
      from: '2026-10-01',
      to: '2026-10-31',
      length: 31,
    });
    expect(resolvePeriod({ to: '2025-05-31', period: '30' }, recorded)).toMatchObject({
      from: '2025-05-01',
      to: '2025-05-31',
      before: null,
    });
    expect(resolvePeriod({ from: '2027-01-01' }, recorded)).toMatchObject({
      from: '2027-01-01',
      to: '2027-01-01',
    });
  });
});

describe('parsePeriodChoice', () => {
  it('names what it cannot read', () => {
    expect(parsePeriodChoice({ from: '2024-99', period: '31' }).unreadable).toEqual(['period', 'from']);
    expect(parsePeriodChoice({ from: '0000-01-01' }).unreadable).toEqual(['from']);
    expect(parsePeriodChoice({ from: '2026-02-01', to: '2026-01-31' }).unreadable).toEqual(['from', 'to']);
    expect(parsePeriodChoice({ from: '', plan: 'Team' })).toEqual({
      choice: { plan: 'Team' },
      unreadable: [],
    });
  });
});

describe('cutPeriod', () => {
  it.each([
    { from: '2026-10-18', to: '2026-10-31' },
    { from: '2026-08-03', to: '2026-10-31' },
    { from: '2025-11-12', to: '2026-10-31' },
    { from: '2001-03-01', to: '2026-10-31' },
  ])('covers $from to $to without gap or overlap', (period) => {
    const { buckets } = cutPeriod(period);
    expect(buckets[0]?.from).toBe(period.from);
    expect(buckets.at(-1)?.to).toBe(period.to);
    for (const [index, bucket] of buckets.entries()) {
      const next = buckets[index + 1];
      expect(bucket.from <= bucket.to).toBe(true);
      if (next) expect(addDays(bucket.to, 1)).toBe(next.from);
    }
    expect(new Set(buckets.map((bucket) => bucket.label)).size).toBe(buckets.length);
  });

  it('names weeks by their first day, and stretches that are shorter', () => {
    const weeks = cutPeriod({ from: '2026-08-03', to: '2026-10-31' });
    expect(weeks.unit).toBe('week');
    expect(weeks.buckets[0]?.label).toBe('3 Aug 2026 (6 d)');
    expect(weeks.buckets.at(-1)?.label).toBe('25 Oct 2026');
    const months = cutPeriod({ from: '2025-11-12', to: '2026-10-31' }).buckets.map(({ label }) => label);
    expect(months[0]).toBe('Nov 2025 (19 d)');
    expect(months[3]).toBe('Feb 2026');
  });

  it('is finer the shorter the period is', () => {
    expect([7, 90, 365, 4000].map(bucketUnit)).toEqual(['day', 'week', 'month', 'year']);
  });
});

it('counts days across a leap day', () => {
  expect(countDays({ from: '2024-02-28', to: '2024-03-01' })).toBe(3);
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
});

it('cuts weeks that end on the day asked for and follow each other without gap', () => {
  expect(cutWeeks('2026-03-02', 2)).toMatchObject([
    { from: '2026-02-17', to: '2026-02-23' },
    { from: '2026-02-24', to: '2026-03-02' },
  ]);
});
