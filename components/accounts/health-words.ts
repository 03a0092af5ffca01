import { formatCount, formatMoneyCompact, formatNumber, formatPercent } from '@/lib/core/format';
import type { HealthModelRow } from '@/lib/health/find-health';
import {
  type HealthColumn,
  type HealthOutcome,
  type HealthReason,
  HORIZON_MONTHS,
  type ReasonKey,
} from '@/lib/health/schema';

/** What health foretells, to head a figure. */
export const outcomeNames: Record<HealthOutcome, string> = {
  churn: 'Leaves',
  contraction: 'Pays less',
  expansion: 'Pays more',
};

/** To follow "accounts that". */
export const eventWords: Record<HealthOutcome, string> = {
  churn: 'left',
  contraction: 'came to pay less',
  expansion: 'came to pay more',
};

/** Why the chances of an outcome are not shown, in a sentence. */
export function describeWithheld({
  outcome,
  withheld,
  eventAccounts,
  details,
}: HealthModelRow): string | null {
  if (withheld === null) return null;
  const event = eventWords[outcome];
  if (withheld === 'short-history') {
    return 'Not said: records do not go back far enough to learn from some months and be judged by later ones.';
  }
  if (withheld === 'few-events') {
    return `Not said: only ${formatCount(eventAccounts, 'account')} ${event} in the months on record, too few to learn from.`;
  }
  const auc = details?.evaluation;
  const range = auc
    ? ` (AUC ${formatAuc(auc.auc)}, 95% interval ${formatAuc(auc.interval.low)} to ${formatAuc(auc.interval.high)})`
    : '';
  return `Not said: it foretold who ${event} no better than chance${range}.`;
}

/** How well chances came true, in a sentence; null while they are withheld. */
export function describeQuality({ outcome, withheld, details }: HealthModelRow): string | null {
  const found = details?.evaluation;
  if (withheld !== null || !found) return null;
  return `Of two accounts, one that ${eventWords[outcome]} within ${HORIZON_MONTHS} months and one that did not, it gave the first the higher chance ${formatPercent(found.auc)} of the time (half would be chance).`;
}

/** An area under the curve with the digits that mean something. */
export function formatAuc(auc: number): string {
  return formatNumber(auc, 2);
}

/** One reason of a chance with its number, without saying which way it goes: "2 tickets in 90 days". */
export function describeReason({ key, value, more, label }: HealthReason, currency: string): string {
  const count = (noun: string) => `${formatCount(value ?? 0, noun)} in 90 days`;
  switch (key) {
    case 'tenure':
      return value === null
        ? 'how long it has been a customer'
        : `a customer for ${formatCount(value, 'month')}`;
    case 'revenue':
      return value === null ? 'its ARR' : `ARR of ${formatMoneyCompact(value, currency)}`;
    case 'renewal':
      if (more !== null)
        return more === 0 ? 'renewal this month' : `renewal in ${formatCount(more, 'month')}`;
      return value === 1
        ? `renewal within ${HORIZON_MONTHS} months`
        : `no renewal within ${HORIZON_MONTHS} months`;
    case 'plan':
      return `plan ${label ?? 'not known'}`;
    case 'segment':
      return `segment ${label ?? 'not known'}`;
    case 'usage':
      return describeUse(value);
    case 'problems':
      return value === 0
        ? 'no problem told in 90 days'
        : `${formatCount(value ?? 0, 'statement')} with a problem in 90 days`;
    case 'praise':
      return value === 0 ? 'nothing positive said in 90 days' : count('positive statement');
    case 'silence':
      if (more === null) return value === 1 ? 'nothing heard in 90 days' : 'heard from in 90 days';
      return value === 1
        ? `nothing heard for ${formatCount(more, 'day')}`
        : `${formatCount(more, 'statement')} in 90 days`;
    case 'tickets':
      return value === 0
        ? 'no ticket, call or chat in 90 days'
        : `${formatCount(value ?? 0, 'ticket, call or chat', 'tickets, calls and chats')} in 90 days`;
    case 'nps':
      return value === null
        ? 'no NPS answer in half a year'
        : `latest NPS answer ${formatNumber(value)} of 10`;
    case 'ratings':
      return value === 0 ? 'no low rating in 90 days' : count('low rating');
    case 'paidLess':
      if (more !== null) return `ARR down ${formatPercent(-more)} in half a year`;
      return value === 1 ? 'ARR went down in half a year' : 'ARR did not go down in half a year';
    case 'paidMore':
      if (more !== null) return `ARR up ${formatPercent(more)} in half a year`;
      return value === 1 ? 'ARR went up in half a year' : 'ARR did not go up in half a year';
  }
}

function describeUse(change: number | null): string {
  if (change === null) return 'its use, none of which is on record in the 8 weeks before';
  if (change <= -0.1) return `use down ${formatPercent(-change)} on the 8 weeks before`;
  if (change >= 0.1) return `use up ${formatPercent(change)} on the 8 weeks before`;
  const sign = change < 0 ? '−' : '+';
  return `use about as in the 8 weeks before (${sign}${formatPercent(Math.abs(change))})`;
}

/** What a column of a model measures. Counts and amounts enter as logarithms. */
export function columnName({ key, level }: Pick<HealthColumn, 'key' | 'level'>): string {
  const names: Record<ReasonKey, string> = {
    tenure: 'Months as a customer (log)',
    revenue: 'ARR (log)',
    renewal: `Renewal within ${HORIZON_MONTHS} months`,
    plan: `Plan ${level}`,
    segment: `Segment ${level}`,
    usage: level === 'change' ? 'Use in 4 weeks on the 8 before (log ratio)' : 'Use in 4 weeks (log)',
    problems: 'Statements with a problem in 90 days (log)',
    praise: 'Positive statements in 90 days (log)',
    silence: 'Nothing heard in 90 days',
    tickets: 'Tickets, calls and chats in 90 days (log)',
    nps: 'Latest NPS answer in half a year',
    ratings: 'Low ratings in 90 days (log)',
    paidLess: 'ARR went down in half a year',
    paidMore: 'ARR went up in half a year',
  };
  return names[key];
}
