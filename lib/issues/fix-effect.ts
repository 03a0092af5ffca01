import { makeRandom } from '@/lib/core/random';
import { isActive } from '@/lib/impact/exposed-accounts';
import type { EpochDay } from '@/lib/impact/months';
import type { PanelAccount, ProblemMention } from '@/lib/impact/panel';
import type { Interval } from '@/lib/stats/interval';
import { computePoissonRateRatio } from '@/lib/stats/poisson-rate-ratio';
import { computePercentileInterval } from '@/lib/stats/quantile';

/** A month here is 30 days, counted from the day of the fix in both directions. */
export const FIX_MONTH_DAYS = 30;
/** Months compared on either side, at most; those before them are history. */
export const MOST_MONTHS = 6;
export const HISTORY_MONTHS = 12;
const REPLICATES = 500;
/** A draw of accounts may leave nothing to divide by; in more than a tenth of them, there is no interval. */
const MOST_UNDEFINED = 0.1;
/** Account-months with a complaint, before and after together, below which nothing is said. */
const FEWEST_EVENTS = 5;

/** One month of 30 days. Rates are account-months with a problem mention among those of active accounts. */
export interface FixMonth {
  /** Days since 1970-01-01; `until` exclusive. */
  from: EpochDay;
  until: EpochDay;
  isAfter: boolean;
  activeAccounts: number;
  complainingAccounts: number;
}

export interface FixEffect {
  months: FixMonth[];
  before: { activeMonths: number; complainingMonths: number };
  after: { activeMonths: number; complainingMonths: number };
  /** Rate after ÷ rate before, with its exact interval (a null `high` is unbounded); null where nobody complained before. */
  rateRatio: { ratio: number; low: number; high: number | null; pValue: number } | null;
  /**
   * The same ratio ÷ that of the themes nobody fixed, with an interval of 500 bootstraps over accounts; null without such
   * themes, or where one of the rates is 0 before.
   */
  againstUntouched: {
    ratio: number;
    untouchedRatio: number;
    themes: number;
    interval: Interval | null;
    /** Both ratios (after / before) in each bootstrap, null where undefined; the same accounts give the same draws. */
    draws: readonly ({ own: number; untouched: number } | null)[];
  } | null;
}

export type FixEffectResult =
  | { effect: FixEffect; reason: null }
  | { effect: null; reason: 'too_early' | 'too_little_before' | 'too_few_complaints' };

export interface FixInput {
  accounts: readonly PanelAccount[];
  mentions: readonly ProblemMention[];
  themeId: string;
  /** Themes without a fix: what complaints did meanwhile anyway. */
  untouchedIds: ReadonlySet<string>;
  /** The day of the fix belongs to the time after it. */
  shippedDay: EpochDay;
  /** What the records cover; `until` exclusive. */
  feedbackFrom: EpochDay;
  feedbackUntil: EpochDay;
  seed?: number;
}

/** What one account adds to the sums: account-months active, with a complaint of the theme, and of each untouched theme. */
interface Tally {
  active: [before: number, after: number];
  theme: [before: number, after: number];
  untouched: [before: number, after: number];
}

/**
 * Compares the rate of complaints about a theme before and after its fix: per account-month, as one that complains ten times in a
 * month is one account in trouble. Up to six whole months on either side; the ratio is also held against the themes nobody fixed
 * (difference in differences on the log scale), for all complaints may have grown fewer. An issue is fixed at its peak and would
 * have fallen anyway: the longer history shows how much of the fall that may be.
 */
export function computeFixEffect(input: FixInput): FixEffectResult {
  const { accounts } = input;
  const months = listMonths(input);
  if (!months.some(({ isAfter }) => isAfter)) return { effect: null, reason: 'too_early' };
  if (months.every(({ isAfter }) => isAfter)) return { effect: null, reason: 'too_little_before' };
  const byUnit = groupMentions(input.mentions);
  const tallies = accounts.map((account) =>
    tallyAccount(account, months, byUnit.get(account.accountId) ?? new Map(), input),
  );
  const total = sum(
    tallies,
    tallies.map(() => 1),
  );
  if (total.theme[0] + total.theme[1] < FEWEST_EVENTS) return { effect: null, reason: 'too_few_complaints' };
  const effect: FixEffect = {
    months,
    before: { activeMonths: total.active[0], complainingMonths: total.theme[0] },
    after: { activeMonths: total.active[1], complainingMonths: total.theme[1] },
    rateRatio: rateRatioOf(total),
    againstUntouched: compareWithUntouched(tallies, total, input),
  };
  return { effect, reason: null };
}

/** An account in a month on whose first day it was a customer. */
export interface FixRow {
  accountId: string;
  month: Pick<FixMonth, 'from' | 'until'>;
  hasComplained: boolean;
}

/** Whether a month is one of those compared; earlier ones are history. */
export function isCompared({ from }: Pick<FixMonth, 'from'>, shippedDay: EpochDay): boolean {
  return from >= shippedDay - MOST_MONTHS * FIX_MONTH_DAYS;
}

/** The account-months behind the counts of {@link computeFixEffect}: of the months chosen, by month. */
export function listFixRows(input: FixInput, choose: (month: FixMonth) => boolean): FixRow[] {
  const byUnit = groupMentions(input.mentions);
  const months = listMonths(input).filter(choose);
  return months.flatMap((month) =>
    input.accounts
      .filter((account) => isActive(account, month.from))
      .map(({ accountId }) => ({
        accountId,
        month,
        hasComplained: hasDayIn(byUnit.get(accountId)?.get(input.themeId) ?? [], month),
      })),
  );
}

const hasDayIn = (days: readonly EpochDay[], { from, until }: Pick<FixMonth, 'from' | 'until'>): boolean =>
  days.some((day) => day >= from && day < until);

const wholeMonths = (days: number) => Math.max(0, Math.floor(days / FIX_MONTH_DAYS));

/** Whole months after a fix of which everything is on record, at most as many as are compared. */
export function countMonthsAfter({
  shippedDay,
  feedbackUntil,
}: Pick<FixInput, 'shippedDay' | 'feedbackUntil'>): number {
  return Math.min(MOST_MONTHS, wholeMonths(feedbackUntil - shippedDay));
}

/** The months before and after the fix of which everything is on record. */
function listMonths({ shippedDay, feedbackFrom, feedbackUntil }: FixInput): FixMonth[] {
  const after = countMonthsAfter({ shippedDay, feedbackUntil });
  const before = Math.min(HISTORY_MONTHS, wholeMonths(shippedDay - feedbackFrom));
  return Array.from({ length: before + after }, (_, index) => {
    const from = shippedDay + (index - before) * FIX_MONTH_DAYS;
    return {
      from,
      until: from + FIX_MONTH_DAYS,
      isAfter: index >= before,
      activeAccounts: 0,
      complainingAccounts: 0,
    };
  });
}

/** Adds one account to the months, and returns what it adds to the sums over the months that are compared. */
function tallyAccount(
  account: PanelAccount,
  months: FixMonth[],
  daysByTheme: ReadonlyMap<string, readonly EpochDay[]>,
  { themeId, untouchedIds, shippedDay }: FixInput,
): Tally {
  const tally: Tally = { active: [0, 0], theme: [0, 0], untouched: [0, 0] };
  for (const month of months) {
    if (!isActive(account, month.from)) continue;
    const complainedOf = new Set<string>();
    for (const [id, days] of daysByTheme) {
      if (hasDayIn(days, month)) complainedOf.add(id);
    }
    month.activeAccounts++;
    if (complainedOf.has(themeId)) month.complainingAccounts++;
    if (!isCompared(month, shippedDay)) continue;
    const side = month.isAfter ? 1 : 0;
    tally.active[side]++;
    if (complainedOf.has(themeId)) tally.theme[side]++;
    for (const id of complainedOf) if (untouchedIds.has(id)) tally.untouched[side]++;
  }
  return tally;
}

/** Days of mentions by theme, by unit. */
function groupMentions(mentions: readonly ProblemMention[]): Map<string, Map<string, EpochDay[]>> {
  const byUnit = new Map<string, Map<string, EpochDay[]>>();
  for (const { unitId, themeId, occurredDay } of mentions) {
    const themes = byUnit.get(unitId) ?? new Map<string, EpochDay[]>();
    byUnit.set(unitId, themes);
    const days = themes.get(themeId);
    if (days) days.push(occurredDay);
    else themes.set(themeId, [occurredDay]);
  }
  return byUnit;
}

function sum(tallies: readonly Tally[], weights: ArrayLike<number>): Tally {
  const total: Tally = { active: [0, 0], theme: [0, 0], untouched: [0, 0] };
  for (const [index, tally] of tallies.entries()) {
    const weight = weights[index] ?? 0;
    if (weight === 0) continue;
    for (const key of ['active', 'theme', 'untouched'] as const) {
      total[key][0] += weight * tally[key][0];
      total[key][1] += weight * tally[key][1];
    }
  }
  return total;
}

function rateRatioOf({ active, theme }: Tally): FixEffect['rateRatio'] {
  if (theme[0] === 0) return null;
  // The exact test speaks of before ÷ after; people ask for after ÷ before.
  const exact = computePoissonRateRatio({
    countBefore: theme[0],
    exposureBefore: active[0],
    countAfter: theme[1],
    exposureAfter: active[1],
  });
  if (!exact) return null;
  const { low, high } = exact.interval;
  return {
    ratio: theme[1] / active[1] / (theme[0] / active[0]),
    low: high === null ? 0 : 1 / high,
    high: low === 0 ? null : 1 / low,
    pValue: exact.pValue,
  };
}

/** After ÷ before, per active month, of the theme and of the untouched. Null where one is undefined. */
function ratiosOf({ active, theme, untouched }: Tally): { own: number; untouched: number } | null {
  if (theme[0] === 0 || untouched[0] === 0 || untouched[1] === 0 || active[1] === 0) return null;
  const months = active[0] / active[1];
  return { own: (theme[1] / theme[0]) * months, untouched: (untouched[1] / untouched[0]) * months };
}

function compareWithUntouched(
  tallies: readonly Tally[],
  total: Tally,
  { untouchedIds, seed = 1 }: FixInput,
): FixEffect['againstUntouched'] {
  const found = ratiosOf(total);
  if (found === null || untouchedIds.size === 0) return null;
  const random = makeRandom(seed);
  const draws: ReturnType<typeof ratiosOf>[] = [];
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    const weights = new Float64Array(tallies.length);
    for (let draw = 0; draw < tallies.length; draw++) {
      const index = Math.floor(random() * tallies.length);
      weights[index] = (weights[index] ?? 0) + 1;
    }
    draws.push(ratiosOf(sum(tallies, weights)));
  }
  const drawn = draws.flatMap((draw) => (draw === null ? [] : [draw.own / draw.untouched]));
  return {
    ratio: found.own / found.untouched,
    untouchedRatio: found.untouched,
    themes: untouchedIds.size,
    interval: drawn.length < REPLICATES * (1 - MOST_UNDEFINED) ? null : computePercentileInterval(drawn),
    draws,
  };
}
