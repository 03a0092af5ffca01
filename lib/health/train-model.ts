import { makeRandom } from '@/lib/core/random';
import { monthStart, toDate } from '@/lib/health/day-counts';
import type { HealthFeature, HealthRow } from '@/lib/health/health-rows';
import {
  type HealthColumn,
  type HealthDetails,
  type HealthEvaluation,
  HORIZON_MONTHS,
  type WithheldReason,
} from '@/lib/health/schema';
import { computeAuc, sortCases } from '@/lib/stats/auc';
import { fitLogisticRegression, toChance } from '@/lib/stats/logistic-regression';
import { computePercentileInterval } from '@/lib/stats/quantile';

/**
 * A normal prior with standard deviation 0.5 on what one standard deviation of a column changes the log odds by: effects
 * beyond e^1 are rare. Fixed rather than tuned, for tuning on few events costs more than it gains.
 */
const RIDGE = 4;
/** Fewer accounts with the event than this, among those learned from or those foretold, and nothing is said. */
export const FEWEST_EVENT_ACCOUNTS = 20;
export const FEWEST_FORETOLD = 10;
const FEWEST_MONTHS = 6;
/** The share of the months that is learned from before the first is foretold, and in how many steps the rest follows. */
const FIRST_SHARE = 0.4;
const STEPS = 4;
const REPLICATES = 500;
const SEED = 5;

export interface LabelledRow extends Pick<HealthRow, 'account' | 'monthStart' | 'features'> {
  isEvent: boolean;
}

/** A linear model of log odds over columns in standard deviations from their means. */
export interface HealthModel {
  intercept: number;
  columns: readonly HealthColumn[];
}

export interface TrainedHealth {
  /** Null where there was too little to learn from. */
  details: HealthDetails | null;
  withheld: WithheldReason | null;
  /** Positions of the accounts with the event among the rows. */
  eventAccounts: number[];
}

interface Foretold {
  account: number;
  logOdds: number;
  chance: number;
  baseChance: number;
  isEvent: boolean;
}

/**
 * Learns what goes before an event, and how well it foretells. It is judged by months later than it learned from: each
 * stretch of months is foretold by a model of rows whose horizon had ended before the stretch began. The interval of the
 * AUC comes from drawing accounts anew, for the months of one account are no independent cases. The model kept is fitted on
 * all rows and calibrated on what was foretold (Platt 1999).
 */
export function trainHealth(columns: readonly HealthFeature[], rows: readonly LabelledRow[]): TrainedHealth {
  const eventAccounts = [...new Set(rows.filter((row) => row.isEvent).map((row) => row.account))];
  const months = [...new Set(rows.map((row) => row.monthStart))].sort((a, b) => a - b);
  const nothing = (withheld: WithheldReason) => ({ details: null, withheld, eventAccounts });
  if (months.length < FEWEST_MONTHS) return nothing('short-history');
  if (eventAccounts.length < FEWEST_EVENT_ACCOUNTS) return nothing('few-events');
  const foretold = foretell(columns, rows, months);
  const evaluation = evaluate(foretold.cases, foretold.months);
  const model = fitModel(columns, rows);
  if (!model) return nothing('few-events');
  const isFewForetold = !evaluation || evaluation.eventAccounts < FEWEST_FORETOLD;
  const isChance = evaluation && evaluation.interval.low <= 0.5;
  return {
    details: {
      horizonMonths: HORIZON_MONTHS,
      ridge: RIDGE,
      rows: rows.length,
      accounts: countAccounts(rows),
      eventAccounts: eventAccounts.length,
      intercept: model.intercept,
      columns: [...model.columns],
      calibration: calibrate(foretold.cases),
      evaluation,
    },
    withheld: isFewForetold ? 'few-events' : isChance ? 'no-better-than-chance' : null,
    eventAccounts,
  };
}

/** Log odds of a row, and what each column adds to those of an average one. */
export function explainRow(
  { intercept, columns }: HealthModel,
  features: readonly number[],
): { logOdds: number; contributions: number[] } {
  const contributions = columns.map(({ mean, deviation, coefficient }, index) => {
    const value = features[index] ?? Number.NaN;
    return Number.isNaN(value) ? 0 : (coefficient * (value - mean)) / deviation;
  });
  return { logOdds: contributions.reduce((sum, value) => sum + value, intercept), contributions };
}

/** Null where the rows have one outcome only. */
export function fitModel(
  columns: readonly HealthFeature[],
  rows: readonly LabelledRow[],
): HealthModel | null {
  const outcomes = Uint8Array.from(rows, (row) => Number(row.isEvent));
  const events = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  if (events === 0 || events === rows.length) return null;
  const scales = columns.map((_, column) => scaleOf(rows, column));
  const values = new Float64Array(rows.length * columns.length);
  for (const [index, row] of rows.entries()) {
    for (const [column, { mean, deviation }] of scales.entries()) {
      const value = row.features[column] ?? Number.NaN;
      if (!Number.isNaN(value)) values[index * columns.length + column] = (value - mean) / deviation;
    }
  }
  const fit = fitLogisticRegression({ columns: columns.length, values }, outcomes, { ridge: RIDGE });
  return {
    intercept: fit.intercept,
    columns: columns.map(({ key, level }, column) => ({
      key,
      level,
      ...(scales[column] ?? { mean: 0, deviation: 1 }),
      coefficient: fit.coefficients[column] ?? 0,
    })),
  };
}

/** Mean and standard deviation of the known values; a column that never varies gets 1 and adds nothing. */
function scaleOf(rows: readonly LabelledRow[], column: number): { mean: number; deviation: number } {
  let [n, sum, squares] = [0, 0, 0];
  for (const row of rows) {
    const value = row.features[column] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    n++;
    sum += value;
    squares += value * value;
  }
  if (n === 0) return { mean: 0, deviation: 1 };
  const mean = sum / n;
  const variance = squares / n - mean * mean;
  return { mean, deviation: variance > 1e-12 ? Math.sqrt(variance) : 1 };
}

function foretell(
  columns: readonly HealthFeature[],
  rows: readonly LabelledRow[],
  months: readonly number[],
): { cases: Foretold[]; months: number[] } {
  const first = Math.max(1, Math.floor(months.length * FIRST_SHARE));
  const size = Math.ceil((months.length - first) / STEPS);
  const cases: Foretold[] = [];
  const judged: number[] = [];
  for (let from = first; from < months.length; from += size) {
    const stretch = months.slice(from, from + size);
    const begins = stretch[0] ?? 0;
    const known = rows.filter((row) => monthStart(row.monthStart, HORIZON_MONTHS) <= begins);
    const model = fitModel(columns, known);
    if (!model) continue;
    const baseChance = known.filter((row) => row.isEvent).length / known.length;
    const asked = new Set(stretch);
    judged.push(...stretch);
    for (const row of rows) {
      if (!asked.has(row.monthStart)) continue;
      const { logOdds } = explainRow(model, row.features);
      const { account, isEvent } = row;
      cases.push({ account, isEvent, logOdds, chance: toChance(logOdds), baseChance });
    }
  }
  return { cases, months: judged };
}

function evaluate(cases: readonly Foretold[], months: readonly number[]): HealthEvaluation | null {
  const sorted = sortCases(cases.map(({ logOdds, isEvent }) => ({ score: logOdds, isEvent })));
  const auc = computeAuc(sorted);
  const [from, to] = [months[0], months.at(-1)];
  if (auc === null || from === undefined || to === undefined) return null;
  const events = cases.filter((one) => one.isEvent);
  const meanSquare = (chanceOf: (one: Foretold) => number) =>
    cases.reduce((sum, one) => sum + (chanceOf(one) - Number(one.isEvent)) ** 2, 0) / cases.length;
  const interval = computePercentileInterval(drawAucs(cases, sorted));
  return {
    from: toDate(from).toISOString().slice(0, 10),
    to: toDate(to).toISOString().slice(0, 10),
    accounts: countAccounts(cases),
    rows: cases.length,
    eventRows: events.length,
    eventAccounts: countAccounts(events),
    auc,
    interval: interval ?? { low: 0, high: 1 },
    brier: meanSquare((one) => one.chance),
    baseBrier: meanSquare((one) => one.baseChance),
  };
}

/** The AUC over accounts drawn anew with replacement, again and again. */
function drawAucs(cases: readonly Foretold[], sorted: ReturnType<typeof sortCases>): number[] {
  const random = makeRandom(SEED);
  const positions = new Map<number, number>();
  const accountOf = Int32Array.from(cases, ({ account }) => {
    const position = positions.get(account) ?? positions.size;
    positions.set(account, position);
    return position;
  });
  const times = new Int32Array(positions.size);
  const aucs: number[] = [];
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    times.fill(0);
    for (let draw = 0; draw < times.length; draw++) {
      const drawn = Math.floor(random() * times.length);
      times[drawn] = (times[drawn] ?? 0) + 1;
    }
    const auc = computeAuc(sorted, (position) => times[accountOf[position] ?? 0] ?? 0);
    if (auc !== null) aucs.push(auc);
  }
  return aucs;
}

/** Offset and slope that make the chances foretold come true; as they are where that cannot be learned. */
function calibrate(cases: readonly Foretold[]): { offset: number; slope: number } {
  const asIs = { offset: 0, slope: 1 };
  const events = cases.filter((one) => one.isEvent).length;
  if (events < FEWEST_FORETOLD || events === cases.length) return asIs;
  const values = Float64Array.from(cases, ({ logOdds }) => logOdds);
  const fit = fitLogisticRegression(
    { columns: 1, values },
    Uint8Array.from(cases, ({ isEvent }) => Number(isEvent)),
    { ridge: 1 },
  );
  const slope = fit.coefficients[0] ?? 1;
  // A slope at or below nought would turn the order round; such a model is withheld anyway.
  return slope > 0 ? { offset: fit.intercept, slope } : asIs;
}

function countAccounts(rows: readonly { account: number }[]): number {
  return new Set(rows.map((row) => row.account)).size;
}
