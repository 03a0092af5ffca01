import type { CsvCell } from '@/lib/core/csv';

/** The columns of a ranked list, in the order of a file; money in major units, ratios raw, empty where unknown. */
export const ISSUE_COLUMNS = [
  'rank',
  'themeId',
  'name',
  'priorityScore',
  'frequencyScore',
  'churnScore',
  'impactScore',
  'accounts',
  'mentions',
  'riskRatio',
  'riskRatioLow',
  'riskRatioHigh',
  'qValue',
  'exposedArr',
  'arrAtRisk',
  'arrAtRiskLow',
  'arrAtRiskHigh',
] as const;
export type IssueColumn = (typeof ISSUE_COLUMNS)[number];

/** What a row of the file is made from; `null` is unknown. */
export interface IssueFigures {
  rank: number;
  themeId: string;
  name: string;
  /** Scores 0..100; churn null where the workspace has no churn, impact where it knows no ARR. */
  priorityScore: number;
  frequencyScore: number;
  churnScore: number | null;
  impactScore: number | null;
  /** Distinct accounts and statements with a problem mention. */
  accounts: number;
  mentions: number;
  estimate: {
    riskRatio: number;
    interval: { low: number | null; high: number | null };
    qValue: number;
  } | null;
  revenue: {
    exposedArrCents: number | null;
    arrAtRiskCents: number | null;
    interval: { low: number | null; high: number | null } | null;
  };
}

const SCORE_DIGITS = 2;
const RATIO_DIGITS = 4;
/** A q value is rounded by figures, not by decimals: 0.0000023 is not 0. */
const Q_VALUE_FIGURES = 3;

/** One issue as the values of {@link ISSUE_COLUMNS}. `moneyDigits`: digits after the mark in the currency (2 for USD). */
export function toIssueRecord(figures: IssueFigures, moneyDigits: number): Record<IssueColumn, CsvCell> {
  const { estimate, revenue } = figures;
  const money = (cents: number | null | undefined) =>
    round(cents === null || cents === undefined ? null : cents / 10 ** moneyDigits, moneyDigits);
  return {
    rank: figures.rank,
    themeId: figures.themeId,
    name: figures.name,
    priorityScore: round(figures.priorityScore, SCORE_DIGITS),
    frequencyScore: round(figures.frequencyScore, SCORE_DIGITS),
    churnScore: round(figures.churnScore, SCORE_DIGITS),
    impactScore: round(figures.impactScore, SCORE_DIGITS),
    accounts: figures.accounts,
    mentions: figures.mentions,
    riskRatio: round(estimate?.riskRatio, RATIO_DIGITS),
    riskRatioLow: round(estimate?.interval.low, RATIO_DIGITS),
    riskRatioHigh: round(estimate?.interval.high, RATIO_DIGITS),
    qValue: estimate === null ? null : Number(estimate.qValue.toPrecision(Q_VALUE_FIGURES)),
    exposedArr: money(revenue.exposedArrCents),
    arrAtRisk: money(revenue.arrAtRiskCents),
    arrAtRiskLow: money(revenue.interval?.low),
    arrAtRiskHigh: money(revenue.interval?.high),
  };
}

/** The ratio that rank and ARR at risk count with, pulled towards 1 as far as the data are few; null without an estimate. */
export function toShrunkRatio({
  estimate,
  shrunk,
}: {
  estimate: unknown;
  shrunk: { riskRatio: number };
}): number | null {
  return estimate === null ? null : round(shrunk.riskRatio, RATIO_DIGITS);
}

function round(value: number | null | undefined, digits: number): number | null {
  if (value === null || value === undefined || !Number.isFinite(value)) return null;
  return Number(value.toFixed(digits));
}
