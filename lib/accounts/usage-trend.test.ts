import { describe, expect, it } from 'vitest';
import { computeUsageTrend } from '@/lib/accounts/usage-trend';

const MS_PER_WEEK = 7 * 86_400_000;
const weeksOf = (...counts: number[]) =>
  counts.map((activeUsers, week) => ({ monday: new Date(week * MS_PER_WEEK), activeUsers }));

describe('the trend of use', () => {
  it('compares four weeks with the eight before, and looks no further back', () => {
    const trend = computeUsageTrend(weeksOf(900, 900, 20, 20, 20, 20, 20, 20, 20, 20, 10, 10, 10, 10));
    expect(trend).toEqual({ direction: 'faded', recentMean: 10, earlierMean: 20, changeShare: -0.5 });
  });

  it('calls growth growth, and the ordinary up and down steady', () => {
    expect(computeUsageTrend(weeksOf(10, 10, 10, 10, 14, 14, 14, 14))?.direction).toBe('grown');
    expect(computeUsageTrend(weeksOf(10, 10, 10, 10, 8, 9, 7, 8))?.direction).toBe('steady');
  });

  it('says nothing of fewer than eight weeks, or of a start from nothing', () => {
    expect(computeUsageTrend(weeksOf(9, 9, 9, 1, 1, 1, 1))).toBeNull();
    expect(computeUsageTrend(weeksOf(0, 0, 0, 0, 5, 5, 5, 5))).toBeNull();
    expect(computeUsageTrend([])).toBeNull();
  });
});
