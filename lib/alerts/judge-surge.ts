import type { RuleParameters } from '@/lib/alerts/schema';
import { computeEarsC2, type EarsPoint } from '@/lib/stats/ears-c2';
import {
  computeFarringtonFlexible,
  type FarringtonPoint,
  farringtonHistory,
} from '@/lib/stats/farrington-flexible';
import { computeRareCount, type RareCount } from '@/lib/stats/rare-count';

/** Points that EARS C2 looks at: a baseline of seven, a guard of two, and the one judged. */
const BASELINE = 7;
const GUARD = 2;
const EARS_POINTS = BASELINE + GUARD + 1;
/** Points before the guard by which a count is called rare, at most: eight weeks of days, or as many weeks. */
const RARE_POINTS = { day: 56, week: 8 };
/**
 * Whole years of history from which on the same time of earlier years says what to expect, and beyond which older ones
 * say nothing more of today (Noufaily et al. 2013 look at five).
 */
const YEARS_FOR_SEASONS = 3;
const MOST_YEARS = 5;
const DAYS = { day: 1, week: 7 };

type Unit = keyof typeof DAYS;

interface Judged {
  unit: Unit;
  count: number;
  /** What was expected without a change, and the largest count that is no alarm. */
  expected: number;
  threshold: number;
  /** Of the count, one-sided. */
  pValue: number;
  /** By its own past alone; among many themes some alarms are chance. */
  isAlarm: boolean;
}

export type SurgeJudgement =
  | (Judged & { method: 'ears_c2'; baseline: number[]; ears: EarsPoint; rare: RareCount; rareUnits: number })
  | (Judged & { method: 'farrington'; years: number; point: FarringtonPoint })
  /** Fewer statements than an alert needs: no alarm, and no reason to compute more. */
  | { method: 'too_few'; pValue: 1; isAlarm: false };

const tooFew: SurgeJudgement = { method: 'too_few', pValue: 1, isAlarm: false };

/** How many days before a day are needed to judge it by this many whole years, or by its last weeks (0 years). */
export function daysNeeded(unit: Unit, years: number): number {
  if (years >= YEARS_FOR_SEASONS) return 7 * (farringtonHistory(years) + 1);
  return DAYS[unit] * (RARE_POINTS[unit] + GUARD + 1);
}

/** How many whole years of weeks there are among so many days, five at most; 0 below three, which are judged by their last weeks. */
export function wholeYears(days: number): number {
  let years = 0;
  while (years < MOST_YEARS && days >= 7 * (farringtonHistory(years + 1) + 1)) years++;
  return years >= YEARS_FOR_SEASONS ? years : 0;
}

/**
 * Judges the day at `index` of a theme's daily counts by the counts before. With three whole years of history: the week
 * that ends on the day against the same weeks of those years (Farrington flexible). Before that EARS C2 over days, or over
 * weeks that end on the day. C2 takes counts for normal, so with few statements it cries often; therefore its alarm also
 * has to be rare as a count by a longer past, and the larger of the two p values is the alarm's. Null where the history
 * is too short.
 */
export function judgeSurge(
  counts: readonly number[],
  index: number,
  rule: RuleParameters<'theme_surge'>,
): SurgeJudgement | null {
  const years = wholeYears(index + 1);
  return years > 0 ? judgeBySeason(counts, index, years, rule) : judgeByLastWeeks(counts, index, rule);
}

function judgeBySeason(
  counts: readonly number[],
  index: number,
  years: number,
  { alpha, minimumCount }: RuleParameters<'theme_surge'>,
): SurgeJudgement | null {
  const weeks = sumBack(counts, index, 'week', farringtonHistory(years) + 1);
  const count = weeks.at(-1) ?? 0;
  if (count < minimumCount) return tooFew;
  const point = computeFarringtonFlexible(weeks, weeks.length - 1, { years, alpha });
  if (!point) return null;
  return {
    method: 'farrington',
    unit: 'week',
    count,
    expected: point.expected,
    threshold: point.upperBound,
    pValue: point.pValue,
    isAlarm: point.isAlarm,
    years,
    point,
  };
}

function judgeByLastWeeks(
  counts: readonly number[],
  index: number,
  { unit, alpha, minimumCount }: RuleParameters<'theme_surge'>,
): SurgeJudgement | null {
  const points = sumBack(counts, index, unit, RARE_POINTS[unit] + GUARD + 1);
  const count = points.at(-1) ?? 0;
  if (points.length >= EARS_POINTS && count < minimumCount) return tooFew;
  const ears = computeEarsC2(points.slice(-EARS_POINTS), { alpha, minimumCount }).at(-1);
  const before = points.slice(0, -GUARD - 1);
  const rare = computeRareCount(before, count);
  if (!ears || !rare) return null;
  const baseline = before.slice(-BASELINE);
  return {
    method: 'ears_c2',
    unit,
    count,
    expected: baseline.reduce((sum, each) => sum + each, 0) / BASELINE,
    threshold: ears.upperBound,
    pValue: Math.max(ears.pValue, rare.pValue),
    isAlarm: ears.isAlarm,
    baseline,
    ears,
    rare,
    rareUnits: before.length,
  };
}

/** The last `most` sums of one unit each, the newest ending on the day at `index`; only units that lie within the counts. */
export function sumBack(counts: readonly number[], index: number, unit: Unit, most: number): number[] {
  const sums: number[] = [];
  for (let end = index + 1; sums.length < most && end - DAYS[unit] >= 0; end -= DAYS[unit]) {
    sums.unshift(counts.slice(end - DAYS[unit], end).reduce((sum, each) => sum + each, 0));
  }
  return sums;
}
