import { makeRandom } from '@/lib/core/random';
import { isActive } from '@/lib/impact/exposed-accounts';
import type { EpochDay } from '@/lib/impact/months';
import type { PanelAccount, ProblemMention } from '@/lib/impact/panel';
import { FIX_MONTH_DAYS, type FixRow, MOST_MONTHS } from '@/lib/issues/fix-effect';
import type { Interval } from '@/lib/stats/interval';
import { computePercentileInterval } from '@/lib/stats/quantile';

const REPLICATES = 500;
const MOST_UNDEFINED = 0.1;
const FEWEST_EVENTS = 5;

/** Account-months of customers, and those with a complaint. */
export interface RateCount {
  activeMonths: number;
  complainingMonths: number;
}

export interface HoldOutEffect {
  /** Months of 30 days compared on either side of the day on which the first part got it. */
  monthsBefore: number;
  monthsAfter: number;
  /** Accounts with a month of their own in the comparison. */
  firstAccounts: number;
  otherAccounts: number;
  first: { before: RateCount; after: RateCount };
  others: { before: RateCount; after: RateCount };
  /**
   * (After / before) of the first part, divided by (after / before) of the others, who had to wait: below 1 where it helped.
   * Null where one of the rates is 0 that something is divided by. The interval is of 500 bootstraps over the accounts
   * of each part.
   */
  ratio: { ratio: number; interval: Interval | null } | null;
}

export type HoldOutResult =
  | { effect: HoldOutEffect; reason: null }
  | { effect: null; reason: 'too_early' | 'too_little_before' | 'nobody_waited' | 'too_few_complaints' };

export interface HoldOutInput {
  accounts: readonly PanelAccount[];
  mentions: readonly ProblemMention[];
  themeId: string;
  /** The accounts that got it first, and from which day on. */
  firstIds: ReadonlySet<string>;
  firstDay: EpochDay;
  /** The day on which all others got it, null while they wait. */
  shippedDay: EpochDay | null;
  feedbackFrom: EpochDay;
  feedbackUntil: EpochDay;
  seed?: number;
}

/** An account in a month on whose first day it was a customer. */
export interface HoldOutRow extends FixRow {
  isFirst: boolean;
  isAfter: boolean;
}

/** Months of 30 days on either side of the day on which the first part got it. */
interface Span {
  firstDay: EpochDay;
  monthsBefore: number;
  monthsAfter: number;
}

interface Tally {
  isFirst: boolean;
  active: [before: number, after: number];
  complaining: [before: number, after: number];
}

/**
 * Compares accounts that got a fix first with those that had to wait, before and after that day: what else happened meanwhile
 * happened to both. It is as good as the choice of who came first was: by lot it is an experiment; a part that was chosen
 * because it suffered most would have got better anyway.
 */
export function computeHoldOutEffect(input: HoldOutInput): HoldOutResult {
  const { accounts, firstIds, seed = 1 } = input;
  const span = spanOf(input);
  const { monthsBefore, monthsAfter } = span;
  if (monthsAfter === 0) return { effect: null, reason: 'too_early' };
  if (monthsBefore === 0) return { effect: null, reason: 'too_little_before' };
  const daysOf = groupDays(input.mentions, input.themeId);
  const tallies = accounts.flatMap((account) => {
    const tally = tallyAccount(account, daysOf.get(account.accountId) ?? [], span);
    return tally ? [{ ...tally, isFirst: firstIds.has(account.accountId) }] : [];
  });
  const first = tallies.filter(({ isFirst }) => isFirst);
  const others = tallies.filter(({ isFirst }) => !isFirst);
  if (first.length === 0 || others.length === 0) return { effect: null, reason: 'nobody_waited' };
  const [firstSum, otherSum] = [addUp(first), addUp(others)];
  const events = [firstSum, otherSum].reduce(
    (sum, { complaining }) => sum + complaining[0] + complaining[1],
    0,
  );
  if (events < FEWEST_EVENTS) return { effect: null, reason: 'too_few_complaints' };
  const ratio = doubleRatio(firstSum, otherSum);
  return {
    effect: {
      ...{ monthsBefore, monthsAfter, firstAccounts: first.length, otherAccounts: others.length },
      first: ratesOf(firstSum),
      others: ratesOf(otherSum),
      ratio: ratio === null ? null : { ratio, interval: drawInterval(first, others, seed) },
    },
    reason: null,
  };
}

function groupDays(mentions: readonly ProblemMention[], themeId: string): Map<string, EpochDay[]> {
  const days = new Map<string, EpochDay[]>();
  for (const mention of mentions) {
    if (mention.themeId !== themeId) continue;
    const own = days.get(mention.unitId);
    if (own) own.push(mention.occurredDay);
    else days.set(mention.unitId, [mention.occurredDay]);
  }
  return days;
}

/** The account-months behind the counts of {@link computeHoldOutEffect}, by account. */
export function listHoldOutRows(input: HoldOutInput): HoldOutRow[] {
  const span = spanOf(input);
  const daysOf = groupDays(input.mentions, input.themeId);
  return input.accounts.flatMap((account) =>
    listMonths(account, daysOf.get(account.accountId) ?? [], span).map((month) => ({
      ...month,
      accountId: account.accountId,
      isFirst: input.firstIds.has(account.accountId),
    })),
  );
}

/** How many whole months there are on either side: after the day only those in which the others still waited. */
function spanOf({ firstDay, shippedDay, feedbackFrom, feedbackUntil }: HoldOutInput): Span {
  const whole = (days: number) => Math.min(MOST_MONTHS, Math.max(0, Math.floor(days / FIX_MONTH_DAYS)));
  return {
    firstDay,
    monthsBefore: whole(firstDay - feedbackFrom),
    monthsAfter: whole(Math.min(shippedDay ?? feedbackUntil, feedbackUntil) - firstDay),
  };
}

/** The months in which the account was a customer on the first day. */
function listMonths(
  account: PanelAccount,
  days: readonly EpochDay[],
  { firstDay, monthsBefore, monthsAfter }: Span,
): Pick<HoldOutRow, 'month' | 'isAfter' | 'hasComplained'>[] {
  return Array.from({ length: monthsBefore + monthsAfter }, (_, index) => {
    const from = firstDay + (index - monthsBefore) * FIX_MONTH_DAYS;
    const month = { from, until: from + FIX_MONTH_DAYS };
    const hasComplained = days.some((day) => day >= month.from && day < month.until);
    return { month, isAfter: index >= monthsBefore, hasComplained };
  }).filter(({ month }) => isActive(account, month.from));
}

/** Null for an account that was no customer in any of the months. */
function tallyAccount(
  account: PanelAccount,
  days: readonly EpochDay[],
  span: Span,
): Omit<Tally, 'isFirst'> | null {
  const tally: Omit<Tally, 'isFirst'> = { active: [0, 0], complaining: [0, 0] };
  for (const { isAfter, hasComplained } of listMonths(account, days, span)) {
    const side = isAfter ? 1 : 0;
    tally.active[side]++;
    if (hasComplained) tally.complaining[side]++;
  }
  return tally.active[0] + tally.active[1] > 0 ? tally : null;
}

function addUp(tallies: readonly Omit<Tally, 'isFirst'>[]): Omit<Tally, 'isFirst'> {
  const sum: Omit<Tally, 'isFirst'> = { active: [0, 0], complaining: [0, 0] };
  for (const { active, complaining } of tallies) {
    for (const side of [0, 1] as const) {
      sum.active[side] += active[side];
      sum.complaining[side] += complaining[side];
    }
  }
  return sum;
}

function doubleRatio(first: Omit<Tally, 'isFirst'>, others: Omit<Tally, 'isFirst'>): number | null {
  const change = ({ active, complaining }: Omit<Tally, 'isFirst'>) =>
    complaining[0] > 0 && active[0] > 0 && active[1] > 0
      ? complaining[1] / active[1] / (complaining[0] / active[0])
      : null;
  const [own, other] = [change(first), change(others)];
  return own === null || other === null || other === 0 ? null : own / other;
}

function drawInterval(first: readonly Tally[], others: readonly Tally[], seed: number): Interval | null {
  const random = makeRandom(seed);
  const draw = (tallies: readonly Tally[]) =>
    addUp(tallies.flatMap(() => tallies[Math.floor(random() * tallies.length)] ?? []));
  const ratios: number[] = [];
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    const ratio = doubleRatio(draw(first), draw(others));
    if (ratio !== null) ratios.push(ratio);
  }
  return ratios.length < REPLICATES * (1 - MOST_UNDEFINED) ? null : computePercentileInterval(ratios);
}

function ratesOf({ active, complaining }: Omit<Tally, 'isFirst'>): HoldOutEffect['first'] {
  return {
    before: { activeMonths: active[0], complainingMonths: complaining[0] },
    after: { activeMonths: active[1], complainingMonths: complaining[1] },
  };
}
