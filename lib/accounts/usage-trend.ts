/** The name of a record that counts the people active in its week, and no event. */
export const ACTIVE_USERS = 'active_users';

/** People active in the seven days from a Monday on. */
export interface UsageWeek {
  monday: Date;
  activeUsers: number;
}

export interface UsageTrend {
  direction: 'faded' | 'grown' | 'steady';
  /** Means of weekly active people: over the last weeks, and over those before. */
  recentMean: number;
  earlierMean: number;
  /** Change from the earlier to the recent mean as a share, e.g. -0.4. */
  changeShare: number;
}

export const RECENT_WEEKS = 4;
export const EARLIER_WEEKS = 8;

/** A change of the mean by less than this share is taken for the ordinary up and down of weeks. */
const NOTABLE_SHARE = 0.3;

/**
 * Compares the last four weeks of use with the eight before. A description, not a test: it says what the numbers did.
 * @param weeks without gaps, the oldest first
 * @returns null with fewer than four weeks to compare with, or where nobody was active in them.
 */
export function computeUsageTrend(weeks: readonly UsageWeek[]): UsageTrend | null {
  const recent = weeks.slice(-RECENT_WEEKS);
  const earlier = weeks.slice(-RECENT_WEEKS - EARLIER_WEEKS, -RECENT_WEEKS);
  const earlierMean = meanOf(earlier);
  if (earlier.length < RECENT_WEEKS || earlierMean === 0) return null;
  const recentMean = meanOf(recent);
  const changeShare = recentMean / earlierMean - 1;
  const isNotable = Math.abs(changeShare) >= NOTABLE_SHARE;
  const direction = isNotable ? (changeShare < 0 ? 'faded' : 'grown') : 'steady';
  return { direction, recentMean, earlierMean, changeShare };
}

function meanOf(weeks: readonly UsageWeek[]): number {
  return weeks.reduce((sum, week) => sum + week.activeUsers, 0) / Math.max(1, weeks.length);
}
