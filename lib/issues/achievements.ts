import { makeRandom } from '@/lib/core/random';
import type { BaseRate } from '@/lib/impact/base-rates';
import { findExposedAccounts } from '@/lib/impact/exposed-accounts';
import type { EpochDay } from '@/lib/impact/months';
import type { PanelAccount, ProblemMention } from '@/lib/impact/panel';
import { isPaying, lostShareOf, sumCells, sumLost } from '@/lib/impact/revenue-at-risk';
import type { FixEffect } from '@/lib/issues/fix-effect';
import type { Interval } from '@/lib/stats/interval';
import { normalQuantile } from '@/lib/stats/normal';
import { computePercentileInterval } from '@/lib/stats/quantile';
import { drawScoreChanges, type PersonalResponse } from '@/lib/stats/score-change';
import { computeScoreContributions } from '@/lib/stats/score-contributions';

/** A figure with its 95 % interval and the draws it comes from, so that sums have intervals, too. */
export interface Gain {
  value: number;
  interval: Interval;
  draws: readonly number[];
}

/** What one account adds to the ARR at risk that a fix took away. */
export interface MoneyPart {
  accountId: string;
  /** On the day of the fix, in minor units. */
  arrCents: number;
  /** Share (0..1) of it that goes with the theme over 12 months, at least 0. */
  lostShare: number;
  /** What was taken away: ARR x share x {@link MoneyGain.fall}. */
  cents: number;
}

/** A gain in minor units, with the accounts that it is the sum of. */
export interface MoneyGain extends Gain {
  /** By how much the ratio of complaints after / before is below that of untouched themes; below 0 where it is above. */
  fall: number;
  parts: readonly MoneyPart[];
  /** Accounts that complained, too, whose ARR is unknown: they add nothing. */
  withoutArr: number;
}

const SEED = 1;

/**
 * ARR at risk over 12 months that a fix took away, in minor units: (the ratio of complaints to be expected from untouched
 * themes - the ratio there was) x the ARR at risk of the accounts that complained in the window before the fix, each with the
 * base rate of its plan and revenue band, as the ranking has it. Draws take accounts anew for the ratios, and the theme's risk
 * ratio from its own uncertainty. Null where the fix cannot be held against untouched themes, no ARR was exposed, or no
 * base rate is known.
 */
export function computeMoneyGain({
  accounts,
  mentions,
  themeId,
  shippedDay,
  windowDays,
  effect: { againstUntouched },
  churn,
  baseRate,
}: {
  accounts: readonly PanelAccount[];
  mentions: readonly ProblemMention[];
  themeId: string;
  shippedDay: EpochDay;
  windowDays: number;
  effect: Pick<FixEffect, 'againstUntouched'>;
  /** The theme's shrunk log risk ratio of churn. */
  churn: { logRiskRatio: number; standardError: number };
  /** Of accounts without the theme, by plan and revenue band, as ARR at risk has it. */
  baseRate: BaseRate;
}): MoneyGain | null {
  const exposed = findExposedAccounts(
    accounts,
    mentions.filter((mention) => mention.themeId === themeId),
    { asOfDay: shippedDay, windowDays },
  ).get(themeId);
  const paying = (exposed ?? []).filter(isPaying);
  const cells = sumCells(paying);
  const exposedCents = cells.reduce((sum, { arrCents }) => sum + arrCents, 0);
  if (!againstUntouched || exposedCents === 0 || sumLost(baseRate, cells, 1) === null) return null;
  const random = makeRandom(SEED);
  const gainOf = (own: number, untouched: number, logRiskRatio: number) =>
    (untouched - own) * (sumLost(baseRate, cells, Math.exp(logRiskRatio)) ?? 0);
  const { ratio, untouchedRatio, interval } = againstUntouched;
  if (interval === null) return null;
  // As in the ranking, a theme with which less churn goes puts no revenue at risk: there was none to take away.
  const riskRatio = Math.max(1, Math.exp(churn.logRiskRatio));
  const fall = untouchedRatio - ratio * untouchedRatio;
  const value = fall * (sumLost(baseRate, cells, riskRatio) ?? 0);
  const draws = againstUntouched.draws.map((draw) => {
    const logRiskRatio = churn.logRiskRatio + churn.standardError * normalQuantile(random() || 0.5);
    // The few draws without anything to divide by keep their place, so that those of several fixes belong together.
    return draw === null ? value : gainOf(draw.own, draw.untouched, logRiskRatio);
  });
  const parts = paying.map((account) => {
    const lostShare = lostShareOf(baseRate, account, riskRatio) ?? 0;
    const { accountId, arrCents } = account;
    return { accountId, arrCents, lostShare, cents: fall * arrCents * lostShare };
  });
  const gain = toGain(value, draws);
  return gain && { ...gain, fall, parts, withoutArr: (exposed?.length ?? 0) - paying.length };
}

/** By how many points a theme came to pull the score down less after its fix, as `explainScoreChange` has it; null where a period has no answer, or no answer complained of it. */
export function computePointsGain(
  themeId: string,
  before: readonly PersonalResponse[],
  after: readonly PersonalResponse[],
): Gain | null {
  if (before.length === 0 || after.length === 0) return null;
  const [earlier, later] = [computeScoreContributions(before), computeScoreContributions(after)];
  if (!earlier.has(themeId) && !later.has(themeId)) return null;
  const draws = drawScoreChanges(before, after, { seed: SEED }).map((changes) => changes.get(themeId) ?? 0);
  return toGain((later.get(themeId) ?? 0) - (earlier.get(themeId) ?? 0), draws);
}

/** The sum of gains, draw by draw: what they share by chance they share in the interval. Null without one. */
export function addGains(gains: readonly Gain[]): Gain | null {
  const [first] = gains;
  if (!first) return null;
  const length = Math.min(...gains.map(({ draws }) => draws.length));
  const draws = Array.from({ length }, (_, draw) =>
    gains.reduce((sum, gain) => sum + (gain.draws[draw] ?? 0), 0),
  );
  return toGain(
    gains.reduce((sum, { value }) => sum + value, 0),
    draws,
  );
}

function toGain(value: number, draws: readonly number[]): Gain | null {
  const interval = computePercentileInterval(draws);
  return interval && { value, interval, draws };
}
