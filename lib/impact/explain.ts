import { roundTo } from '@/lib/core/round-to-sum';
import {
  MIN_CHURNED_ACCOUNTS,
  MIN_EXPOSED_ACCOUNTS,
  type NoEstimateReason,
} from '@/lib/impact/churn-association';
import { isChurnLinked } from '@/lib/impact/churn-link';
import { RECENCY_HALF_LIFE_DAYS } from '@/lib/impact/frequency';
import type { LargestValues, Priority, PriorityValues, PriorityWeights } from '@/lib/impact/priority';
import type { ImpactDetails } from '@/lib/impact/schema';
import { COARSENINGS } from '@/lib/impact/strata';

/** What a row is explained from: as computed, or as kept and read again. */
export interface ExplainedRow extends Priority {
  values: Omit<PriorityValues, 'themeId'>;
  /** Distinct accounts (or contacts) that ever had the problem. */
  units: number;
  churn: Omit<ImpactDetails['churn'], 'sensitivity'>;
  revenue: Pick<ImpactDetails['revenue'], 'exposedAccounts' | 'accountsWithArr'>;
  stability: ImpactDetails['stability'];
}

/** Why a theme stands where it does: each formula with the row's own numbers in it, as plain sentences. */
export interface RankExplanation {
  priority: string;
  frequency: string;
  /** Null where churn is not known and the component is dropped. */
  churn: string | null;
  /** Null where no account has a known ARR and the component is dropped. */
  impact: string | null;
  /** How the ARR at risk beside it is made; it does not count for the priority. */
  atRisk: string;
  /** What was compared for the churn association, and what came out. */
  evidence: string;
  /** How sure the rank is; null without a bootstrap. */
  stability: string | null;
}

const DIGITS = 2;
/** Of what goes into a formula, so that whoever works it out comes to the score as printed. */
const INPUT_DIGITS = 6;

const REASONS: Record<NoEstimateReason, string> = {
  'no-months': 'no month can be looked at: the records, or the period chosen, are too short',
  'too-few-exposed-accounts': `fewer than ${MIN_EXPOSED_ACCOUNTS} accounts had the problem while at risk`,
  'too-few-churned-accounts': `fewer than ${MIN_CHURNED_ACCOUNTS} accounts churned in the months looked at`,
  'nothing-comparable': 'no month without the problem is comparable',
  'no-churn-when-exposed': 'no account with the problem churned in the months looked at',
  'no-churn-in-comparison': 'no comparable account without the problem churned',
  'no-variation': 'every comparable account churned',
};

/** The reason in words, to stand beside a dash. */
export function describeReason(reason: string): string {
  return Object.hasOwn(REASONS, reason) ? REASONS[reason as NoEstimateReason] : 'there is too little to tell';
}

/**
 * Writes out one row of the ranking.
 * @param largest the largest frequency and impact under the current filter (`findLargestValues`)
 * @param currency of the impact, which is in its major units
 */
export function explainRank(
  row: ExplainedRow,
  { weights, largest, currency }: { weights: PriorityWeights; largest: LargestValues; currency: string },
): RankExplanation {
  const { values, churn } = row;
  return {
    priority: explainMean(row, weights),
    frequency: `${explainFrequency(row.frequencyScore, values.frequency, largest.frequency)}; ${input(values.frequency)} = ${count(row.units, 'account or contact', 'accounts and contacts')}, each counting half after every ${RECENCY_HALF_LIFE_DAYS} days since it last had the problem`,
    churn: row.churnScore === null ? null : explainChurn(row.churnScore, churn),
    impact:
      row.impactScore === null
        ? null
        : `${explainRevenue(row.impactScore, values.impact, largest.impact)}; ${explainImpact(row, currency)}`,
    atRisk: `over the same accounts, ARR × ((1 − p)^12 − (1 − p × ${input(churn.shrunk.riskRatio)})^12): the chance to stay 12 months at the monthly churn p of unexposed accounts of the plan and revenue band, minus that at p × the shrunk risk ratio. Never below 0, neither the sum nor its limits: where less churn goes with it, nothing is at risk`,
    evidence: explainEvidence(churn),
    stability:
      row.stability === null
        ? null
        : `in the top 5 in ${percent(row.stability.top5Share)}, in the top 10 in ${percent(row.stability.top10Share)} of the draws of accounts`,
  };
}

function explainChurn(score: number, { shrunk, estimate, reason }: ExplainedRow['churn']): string {
  if (estimate === null) return `0 because there is no estimate: ${describeReason(reason ?? '')}`;
  const ratio = `the shrunk risk ratio ${input(shrunk.riskRatio)}`;
  if (shrunk.riskRatio <= 1) return `0 because ${ratio} is not above 1`;
  return `${decimal(score)} = 100 × (1 − 1 / ${ratio}) × (1 − q ${input(estimate.qValue)}): the share of the churn with the problem that goes with it, × how certain it is that this is not chance`;
}

function explainImpact({ values, revenue }: ExplainedRow, currency: string): string {
  const { exposedAccounts, accountsWithArr } = revenue;
  const exposed = `${count(exposedAccounts, 'active account', 'active accounts')} with the problem in the latest window`;
  if (accountsWithArr === 0) return `the ARR is known of none of ${exposed}`;
  const unknown =
    accountsWithArr < exposedAccounts ? `; of ${exposedAccounts - accountsWithArr} the ARR is unknown` : '';
  return `${decimal(values.impact)} ${currency} = ARR × strategic weight of ${exposed}${unknown}`;
}

/** Of the scores as they stand there, so that whoever adds them up comes to the same. */
function explainMean(row: ExplainedRow, weights: PriorityWeights): string {
  const parts = [
    { name: 'frequency', weight: weights.frequency, score: row.frequencyScore },
    { name: 'churn', weight: weights.churn, score: row.churnScore },
    { name: 'impact', weight: weights.impact, score: row.impactScore },
  ].flatMap(({ name, weight, score }) =>
    score === null ? [] : [{ name, weight, score: roundTo(score, DIGITS) }],
  );
  const words = parts.map(({ name, weight, score }) => `${weight} × ${name} ${decimal(score)}`).join(' + ');
  const sum = parts.reduce((total, { weight, score }) => total + weight * score, 0);
  const weightSum = parts.reduce((total, { weight }) => total + weight, 0);
  return `${decimal(weightSum === 0 ? 0 : sum / weightSum)} = (${words}) / ${weightSum}`;
}

function explainFrequency(score: number, value: number, largest: number): string {
  if (value <= 0) return `0 because ${decimal(value)} is not above 0`;
  return `${decimal(score)} = 100 × ln(1 + ${input(value)}) / ln(1 + ${input(largest)})`;
}

function explainRevenue(score: number, value: number, largest: number): string {
  if (value <= 0) return `0 because ${decimal(value)} is not above 0`;
  return `${decimal(score)} = 100 × √(${decimal(value)} / ${decimal(largest)})`;
}

function explainEvidence(churn: ExplainedRow['churn']): string {
  if (churn.estimate === null) {
    return `no estimate: ${churn.reason === null ? 'unknown' : describeReason(churn.reason)}`;
  }
  const { riskRatio, interval, pValue, qValue, eValue, intervalEValue } = churn.estimate;
  const times = `${decimal(riskRatio)} times the churn of comparable months`;
  const shared = COARSENINGS[churn.coarsening] ?? [];
  const alike = [...shared.map((part) => PART_WORDS[part]), 'amount of other feedback']
    .filter(Boolean)
    .join(', ');
  return [
    `${isChurnLinked(churn) ? `associated with ${times}` : `${times}, which may be chance`} (95 % interval ${decimal(interval.low)} to ${decimal(interval.high)}, p = ${small(pValue)}, q = ${small(qValue)})`,
    `${churn.exposedChurned} churned in ${count(churn.exposedMonths, 'month', 'months')} of ${count(churn.exposedAccounts, 'account', 'accounts')} with the problem`,
    `compared with ${churn.comparisonChurned} in ${count(churn.comparisonMonths, 'month', 'months')} without it, alike in ${alike}`,
    `${percent(churn.keptExposedShare ?? 0)} of the exposed months had a match`,
    `e-value ${decimal(eValue)}, of the interval's nearer limit ${decimal(intervalEValue)}: how strongly, as a risk ratio, something unmeasured would have to be linked to both to explain it away`,
  ].join('; ');
}

const PART_WORDS: Record<(typeof COARSENINGS)[number][number], string> = {
  plan: 'plan',
  // Named where the comparison is described: most workspaces have chosen none.
  field: '',
  revenueBand: 'revenue band',
  tenure: 'tenure',
  renewal: 'renewal due or not',
  quarter: 'calendar quarter',
  year: 'calendar year',
};

function input(value: number): string {
  return String(Number(value.toPrecision(INPUT_DIGITS)));
}

/** An interval read back from JSON has null for a limit that is infinite. */
function decimal(value: number | null): string {
  return value === null ? '∞' : value.toFixed(DIGITS);
}

function small(value: number): string {
  return value < 0.001 ? value.toExponential(1) : value.toFixed(3);
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
