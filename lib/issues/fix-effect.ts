import { makeRandom } from '@/lib/core/random';
import { isActive } from '@/lib/impact/exposed-accounts';
import type { EpochDay } from '@/lib/impact/months';
import type { PanelAccount, ProblemMention } from '@/lib/impact/panel';
import { type ComplaintMonths, groupByMonth } from '@/lib/issues/complaint-months';
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

/** Account-months active, with a complaint of the theme, and of each untouched theme: of one account, or summed up. */
interface Tally {
  active: [before: number, after: number];
  theme: [before: number, after: number];
  untouched: [before: number, after: number];
}

/** Numbers of a tally: many are added up many times over, so they lie one after the other, as in {@link Tally}. */
const TALLY_LENGTH = 6;

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
  const byUnit = groupComplaints(input, months);
  const tallies = new Float64Array(accounts.length * TALLY_LENGTH);
  for (const [index, account] of accounts.entries()) {
    const at = index * TALLY_LENGTH;
    const tally = tallies.subarray(at, at + TALLY_LENGTH);
    tallyAccount(account, byUnit.get(account.accountId), months, input.shippedDay, tally);
  }
  const total = sum(tallies, accounts.keys());
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
  const months = listMonths(input);
  const byUnit = groupComplaints(input, months);
  return months.flatMap((month, place) =>
    (choose(month) ? input.accounts : [])
      .filter((account) => isActive(account, month.from))
      .map(({ accountId }) => ({
        accountId,
        month,
        hasComplained: byUnit.get(accountId)?.theme[place] === 1,
      })),
  );
}

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

function groupComplaints(
  { mentions, themeId, untouchedIds }: FixInput,
  months: readonly FixMonth[],
): Map<string, ComplaintMonths> {
  return groupByMonth(mentions, {
    firstDay: months[0]?.from ?? 0,
    months: months.length,
    monthDays: FIX_MONTH_DAYS,
    ...{ themeId, untouchedIds },
  });
}

/** Adds one account to the months, and to a tally of its own what it adds to the sums over the months that are compared. */
function tallyAccount(
  account: PanelAccount,
  complaints: ComplaintMonths | undefined,
  months: readonly FixMonth[],
  shippedDay: EpochDay,
  tally: Float64Array,
): void {
  for (const [place, month] of months.entries()) {
    if (!isActive(account, month.from)) continue;
    const hasComplained = complaints?.theme[place] ?? 0;
    month.activeAccounts++;
    month.complainingAccounts += hasComplained;
    if (!isCompared(month, shippedDay)) continue;
    const added = [1, hasComplained, complaints?.untouched[place] ?? 0];
    for (const [kind, count] of added.entries()) {
      const at = 2 * kind + (month.isAfter ? 1 : 0);
      tally[at] = (tally[at] ?? 0) + count;
    }
  }
}

/** The tallies of the accounts at these places together; one that is named twice counts twice. */
function sum(tallies: Float64Array, places: Iterable<number>): Tally {
  const total = new Float64Array(TALLY_LENGTH);
  for (const place of places) {
    const from = place * TALLY_LENGTH;
    for (let at = 0; at < TALLY_LENGTH; at++) {
      total[at] = (total[at] ?? 0) + (tallies[from + at] ?? 0);
    }
  }
  const pair = (at: number): [number, number] => [total[at] ?? 0, total[at + 1] ?? 0];
  return { active: pair(0), theme: pair(2), untouched: pair(4) };
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
  tallies: Float64Array,
  total: Tally,
  { accounts, untouchedIds, seed = 1 }: FixInput,
): FixEffect['againstUntouched'] {
  const found = ratiosOf(total);
  if (found === null || untouchedIds.size === 0) return null;
  const random = makeRandom(seed);
  const draws: ReturnType<typeof ratiosOf>[] = [];
  const drawnPlaces = new Int32Array(accounts.length);
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    for (let draw = 0; draw < drawnPlaces.length; draw++) {
      drawnPlaces[draw] = Math.floor(random() * accounts.length);
    }
    draws.push(ratiosOf(sum(tallies, drawnPlaces)));
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
