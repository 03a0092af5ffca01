import { formatMoneyCompact } from '@/lib/core/format';
import { FEEDBACK_LEVEL_STARTS } from '@/lib/impact/feedback-levels';
import type { ChurnMonth } from '@/lib/impact/find-churn-months';
import { REVENUE_BANDS, type RevenueBand } from '@/lib/impact/revenue-bands';
import { COARSENINGS, type StratumPart } from '@/lib/impact/strata';
import type { TenureBand } from '@/lib/impact/tenure-bands';

/** What a month was compared by. */
export type StratumFacts = Pick<
  ChurnMonth,
  'plan' | 'field' | 'revenueBand' | 'tenureBand' | 'isRenewalDue' | 'level' | 'starts'
>;

/** What a month shares with the months it is compared with, in the words of a reader. Bands are in `currency`. */
export function describeStratum(facts: StratumFacts, coarsening: number, currency: string): string {
  const parts = (COARSENINGS[coarsening] ?? []).map((part) => PARTS[part](facts, currency));
  const text = [...parts, describeLevel(facts.level)].filter(Boolean).join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

const PARTS: Record<StratumPart, (facts: StratumFacts, currency: string) => string> = {
  plan: ({ plan }) => (plan === null ? 'plan unknown' : `plan ${plan}`),
  field: ({ field }) => (field === null ? '' : field),
  revenueBand: ({ revenueBand }, currency) => describeBand(revenueBand, currency),
  tenure: ({ tenureBand }) => TENURES[tenureBand],
  renewal: ({ isRenewalDue }) => (isRenewalDue ? 'renewal due' : 'no renewal due'),
  quarter: ({ starts }) =>
    `quarter ${Math.floor(starts.getUTCMonth() / 3) + 1} of ${starts.getUTCFullYear()}`,
  year: ({ starts }) => `in ${starts.getUTCFullYear()}`,
};

const TENURES: Record<TenureBand, string> = {
  '0-3': 'customer for under 3 months',
  '3-12': 'customer for 3 to 12 months',
  '12+': 'customer for a year or more',
  unknown: 'start unknown',
};

function describeBand(band: RevenueBand, currency: string): string {
  const place = REVENUE_BANDS.findIndex(({ name }) => name === band);
  const below = REVENUE_BANDS[place]?.belowCents;
  if (below === undefined) return 'ARR unknown';
  const from = REVENUE_BANDS[place - 1]?.belowCents;
  if (from === undefined) return `ARR under ${formatMoneyCompact(below, currency)}`;
  if (!Number.isFinite(below)) return `ARR of ${formatMoneyCompact(from, currency)} or more`;
  return `ARR of ${formatMoneyCompact(from, currency)} to ${formatMoneyCompact(below, currency)}`;
}

function describeLevel(level: number): string {
  const from = FEEDBACK_LEVEL_STARTS[level] ?? 0;
  const next = FEEDBACK_LEVEL_STARTS[level + 1];
  if (next === undefined) return `other feedback on ${from} days or more`;
  if (next === 1) return 'no other feedback';
  return `other feedback on ${from} to ${next - 1} days`;
}
