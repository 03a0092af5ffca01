import { formatFixed } from '@/lib/core/format';
import type { FixEffect, FixEffectResult } from '@/lib/issues/fix-effect';

const REASONS: Record<NonNullable<FixEffectResult['reason']>, string> = {
  too_early: 'It is too early to tell: 30 days of feedback after the fix are needed.',
  too_little_before: 'There is less than 30 days of feedback from before the fix to compare with.',
  too_few_complaints: 'Too few accounts complained, before and after together, to tell anything.',
};

/** Why nothing is said of a fix. */
export function describeNoEffect(reason: NonNullable<FixEffectResult['reason']>): string {
  return REASONS[reason];
}

/** What a fix did, in one sentence that says no more than its intervals allow. */
export function describeFixEffect({ rateRatio, againstUntouched }: FixEffect): string {
  if (rateRatio === null)
    return 'Nobody complained in the months before the fix, so there is nothing to compare with.';
  const own = verdictOf(rateRatio);
  if (own === 'same')
    return 'No detectable change: complaints may have fallen, risen, or stayed as they were.';
  if (own === 'rose') return 'Complaints did not fall after the fix: they rose.';
  const compared = againstUntouched?.interval && verdictOf(againstUntouched.interval);
  if (compared === 'fell') return 'Complaints fell, and by more than those about themes that nobody fixed.';
  if (compared) {
    return 'Complaints fell, but it cannot be told from what happened to themes that nobody fixed.';
  }
  return 'Complaints fell. There is nothing to hold that against: no theme without a fix has enough complaints.';
}

function verdictOf({ low, high }: { low: number | null; high: number | null }): 'fell' | 'rose' | 'same' {
  if (high !== null && high < 1) return 'fell';
  return low !== null && low > 1 ? 'rose' : 'same';
}

/** "0.45 times (95% interval 0.3 to 0.6)". */
export function describeTimes(
  ratio: number,
  interval: { low: number | null; high: number | null } | null,
): string {
  const limit = (value: number | null) => (value === null ? 'unbounded' : formatFixed(value, 2));
  const words = interval ? `${limit(interval.low)} to ${limit(interval.high)}` : 'unknown';
  return `${formatFixed(ratio, 2)} times (95% interval ${words})`;
}
