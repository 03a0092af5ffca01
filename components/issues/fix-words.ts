import { formatCount, formatFixed, formatPoints } from '@/lib/core/format';
import type { PointsGain } from '@/lib/issues/find-points-gain';
import type { FixEffect, FixEffectResult } from '@/lib/issues/fix-effect';
import type { HoldOutEffect, HoldOutResult } from '@/lib/issues/hold-out-effect';

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

/** The ratio after ÷ before held against that of the themes nobody fixed. */
export function describeAgainstOthers(against: FixEffect['againstUntouched']): string {
  if (!against) return '– no theme without a fix to compare with';
  const { ratio, interval, themes, untouchedRatio } = against;
  return `${describeTimes(ratio, interval)}: the same ratio, divided by that of the ${formatCount(themes, 'theme')} nobody fixed (${formatFixed(untouchedRatio, 2)} times)`;
}

/** Account-months with a complaint among a thousand. */
export function per1000(events: number, exposure: number): string {
  return exposure === 0 ? '–' : formatFixed((1000 * events) / exposure, 1);
}

const NO_HOLD_OUT: Record<NonNullable<HoldOutResult['reason']>, string> = {
  too_early: 'It is too early to tell: 30 days are needed in which they had it and the others did not.',
  too_little_before: 'There is less than 30 days of feedback from before to compare with.',
  nobody_waited: 'There is nobody to compare: either none of the accounts got it first, or all did.',
  too_few_complaints: 'Too few accounts complained to tell anything.',
};

/** Why nothing is said of those who got a fix first. */
export function describeNoHoldOut(reason: NonNullable<HoldOutResult['reason']>): string {
  return NO_HOLD_OUT[reason];
}

/** What the fix did for those who got it first, in one sentence that says no more than the interval allows. */
export function describeHoldOut({ ratio }: HoldOutEffect): string {
  if (ratio === null || ratio.interval === null) return 'There are too few complaints to compare the two.';
  const verdict = verdictOf(ratio.interval);
  if (verdict === 'fell') return 'Their complaints fell by more than those of the accounts that had to wait.';
  if (verdict === 'rose')
    return 'Their complaints did not fall beside those of the accounts that had to wait: they rose.';
  return 'No detectable difference to the accounts that had to wait.';
}

/** Where the points of a fix are unknown. */
export const NO_POINTS =
  'unknown: it takes NPS answers before and after the fix, 30 days of them, some of which complain of this';

/** "+1.3 points (95% interval −0.2 to +2.8)": by how much the problem pulls NPS down less since its fix. */
export function describePointsGain({ value, interval }: Pick<PointsGain, 'value' | 'interval'>): string {
  const limits = [interval.low, interval.high].map((limit) => formatPoints(limit, 1));
  return `${formatPoints(value, 1)} points (95% interval ${limits.join(' to ')})`;
}

/** Whether a gain may be nothing, as far as its interval tells. */
export function mayBeChance({ low, high }: { low: number; high: number }): boolean {
  return low <= 0 && high >= 0;
}

/** Whether those points are more than chance. */
export function judgePointsGain({ interval }: Pick<PointsGain, 'interval'>): string {
  if (interval.low > 0) return 'It pulls NPS down less than before.';
  if (interval.high < 0) return 'It pulls NPS down more than before.';
  return 'No detectable change.';
}
