import { betaCdf } from '@/lib/stats/beta';
import { countQuantile, countUpperTail } from '@/lib/stats/count-tail';

/** Points of the series in a year: weeks. */
export const WEEKS_A_YEAR = 52;
/** Weeks on either side of a reference week that count as the same time of the year. */
const HALF_WINDOW = 3;
/** Parts into which a year is cut for its season, the reference windows being one of them. */
const SEASONS = 10;
/** The newest weeks before the one judged, which are left out: a slow outbreak must not hide itself. */
const WEEKS_LEFT_OUT = 26;
/** Weeks whose standardised residual is larger are taken for past outbreaks and count for less. */
const OUTBREAK_RESIDUAL = 2.58;
/** A trend needs so many years. */
const YEARS_FOR_TREND = 3;
const MOST_ROUNDS = 25;
const CONVERGED = 1e-8;

export interface FarringtonOptions {
  /** Whole years of history to look at. */
  years: number;
  /** Probability of an alarm in a week in which nothing happened. */
  alpha?: number;
  /** The trend stays in the model where its two-sided p value is below this; 1 keeps it whenever it can be fitted. */
  trendPValue?: number;
  /** No alarm with fewer than `count` in the last `weeks`, the one judged included. */
  fewest?: { count: number; weeks: number };
}

/** One week judged by the same time of earlier years. */
export interface FarringtonPoint {
  /** The count expected of this week without an outbreak. */
  expected: number;
  /** The largest count that is no alarm. */
  upperBound: number;
  /** One-sided: probability of so high a count, or a higher one, without an outbreak. */
  pValue: number;
  /** Variance over mean, at least 1. */
  dispersion: number;
  hasTrend: boolean;
  isAlarm: boolean;
}

/** How many weeks before a week must be there to judge it by so many years. */
export function farringtonHistory(years: number): number {
  return WEEKS_A_YEAR * years + HALF_WINDOW;
}

/**
 * Judges the week at `index` (from 0) of weekly counts by the years before: quasi-Poisson regression with log link on a
 * linear trend and a factor of ten seasons, refitted with past outbreaks weighted down by their Anscombe residuals; the
 * threshold is the 1 - alpha quantile of the negative binomial with that mean and dispersion (of the Poisson where the
 * dispersion is 1). The trend is left out where it is not significant, where it foretells more than was ever seen, or with
 * less than three years. Null where the history is too short or the regression does not converge.
 * Source: Noufaily et al. 2013, Statistics in Medicine 32:1206; the settings and the plug-in threshold are those of
 * `surveillance::farringtonFlexible(w = 3, noPeriods = 10, pastWeeksNotIncluded = 26, weightsThreshold = 2.58,
 * thresholdMethod = "nbPlugin")`.
 */
export function computeFarringtonFlexible(
  counts: readonly number[],
  index: number,
  { years, alpha = 0.01, trendPValue = 1, fewest = { count: 5, weeks: 4 } }: FarringtonOptions,
): FarringtonPoint | null {
  if (years < 1 || index >= counts.length || index < farringtonHistory(years)) return null;
  const seasons = findSeasons(index, years);
  const weeks = [...seasons.keys()].filter((week) => week < index - WEEKS_LEFT_OUT).sort((a, b) => a - b);
  const response = weeks.map((week) => counts[week] ?? 0);
  const rowOf = (week: number, season: number, hasTrend: boolean) => [
    1,
    ...Array.from({ length: SEASONS - 1 }, (_, other) => (other + 1 === season ? 1 : 0)),
    // In years before the week judged: the fit is the same, and its numbers are of one size.
    ...(hasTrend ? [(week - index) / WEEKS_A_YEAR] : []),
  ];
  const fit = (hasTrend: boolean) =>
    fitReweighted(
      weeks.map((week) => rowOf(week, seasons.get(week) ?? 0, hasTrend)),
      response,
    );
  const now = (model: Fit, hasTrend: boolean) => Math.exp(dot(rowOf(index, SEASONS, hasTrend), model.beta));

  const withTrend = fit(true);
  const keepsTrend =
    withTrend !== null &&
    years >= YEARS_FOR_TREND &&
    now(withTrend, true) <= Math.max(...response) &&
    lastPValue(withTrend, weeks.length) < trendPValue;
  const model = keepsTrend ? withTrend : fit(false);
  if (!model) return null;

  const expected = now(model, keepsTrend);
  const { dispersion } = model;
  const count = counts[index] ?? 0;
  const recent = counts.slice(Math.max(0, index - fewest.weeks + 1), index + 1);
  const isEnough = recent.reduce((sum, each) => sum + each, 0) >= fewest.count;
  const upperBound = countQuantile(expected, dispersion, alpha);
  return {
    expected,
    upperBound,
    pValue: countUpperTail(count, expected, dispersion),
    dispersion,
    hasTrend: keepsTrend,
    isAlarm: isEnough && count > upperBound,
  };
}

/**
 * The season of every week that may count: `SEASONS` around the same week of each year, 1 and so on for equal blocks of
 * the weeks between them; blocks that come first take what does not divide.
 */
function findSeasons(index: number, years: number): Map<number, number> {
  const seasons = new Map<number, number>();
  const between = WEEKS_A_YEAR - 2 * HALF_WINDOW - 1;
  const blocks = SEASONS - 1;
  for (let year = 1; year <= years; year++) {
    const reference = index - WEEKS_A_YEAR * year;
    for (let week = reference - HALF_WINDOW; week <= reference + HALF_WINDOW; week++)
      seasons.set(week, SEASONS);
    let week = reference + HALF_WINDOW + 1;
    for (let block = 1; block <= blocks; block++) {
      const length = Math.floor(between / blocks) + (block <= between % blocks ? 1 : 0);
      for (let step = 0; step < length; step++) seasons.set(week++, block);
    }
  }
  return seasons;
}

interface Fit {
  beta: number[];
  /** Inverse of the information matrix, without the dispersion. */
  inverse: number[][];
  fitted: number[];
  dispersion: number;
}

/** Fits, finds what stands out, and fits again with that weighted down. Null where either fit does not converge. */
function fitReweighted(design: readonly number[][], response: readonly number[]): Fit | null {
  const first = fitQuasiPoisson(
    design,
    response,
    response.map(() => 1),
  );
  if (!first) return null;
  const residuals = response.map((count, row) => {
    const mean = first.fitted[row] ?? 0;
    const leverage = mean * quadratic(design[row] ?? [], first.inverse);
    const anscombe = 1.5 * (count ** (2 / 3) * mean ** (-1 / 6) - Math.sqrt(mean));
    return anscombe / Math.sqrt(first.dispersion * (1 - leverage));
  });
  const raw = residuals.map((residual) => (residual > OUTBREAK_RESIDUAL ? residual ** -2 : 1));
  const scale = raw.length / raw.reduce((sum, weight) => sum + weight, 0);
  return fitQuasiPoisson(
    design,
    response,
    raw.map((weight) => scale * weight),
  );
}

/** Iteratively reweighted least squares with prior weights; started and stopped as R's `glm` does. */
function fitQuasiPoisson(
  design: readonly number[][],
  response: readonly number[],
  weights: readonly number[],
): Fit | null {
  const width = design[0]?.length ?? 0;
  let fitted = response.map((count) => count + 0.1);
  let deviance = Number.POSITIVE_INFINITY;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const gram = Array.from({ length: width }, () => new Array<number>(width).fill(0));
    const right = new Array<number>(width).fill(0);
    design.forEach((row, at) => {
      const mean = fitted[at] ?? 0;
      const weight = (weights[at] ?? 0) * mean;
      const working = Math.log(mean) + ((response[at] ?? 0) - mean) / mean;
      row.forEach((value, i) => {
        if (value === 0) return;
        right[i] = (right[i] ?? 0) + weight * value * working;
        const line = gram[i] ?? [];
        row.forEach((other, j) => {
          line[j] = (line[j] ?? 0) + weight * value * other;
        });
      });
    });
    const inverse = invert(gram);
    if (!inverse) return null;
    const beta = inverse.map((line) => dot(line, right));
    fitted = design.map((row) => Math.exp(dot(row, beta)));
    const before = deviance;
    deviance = response.reduce((sum, count, at) => {
      const mean = fitted[at] ?? 0;
      return (
        sum + 2 * (weights[at] ?? 0) * ((count === 0 ? 0 : count * Math.log(count / mean)) - (count - mean))
      );
    }, 0);
    if (!Number.isFinite(deviance)) return null;
    if (Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < CONVERGED) {
      const pearson = response.reduce((sum, count, at) => {
        const mean = fitted[at] ?? 0;
        return sum + ((weights[at] ?? 0) * (count - mean) ** 2) / mean;
      }, 0);
      return { beta, inverse, fitted, dispersion: Math.max(1, pearson / (response.length - width)) };
    }
  }
  return null;
}

/** Two-sided p value of the last coefficient by Student's t. */
function lastPValue({ beta, inverse, dispersion }: Fit, rows: number): number {
  const last = beta.length - 1;
  const variance = (inverse[last]?.[last] ?? 0) * dispersion;
  const degreesOfFreedom = rows - beta.length;
  const square = (beta[last] ?? 0) ** 2 / variance;
  return betaCdf(degreesOfFreedom / (degreesOfFreedom + square), degreesOfFreedom / 2, 0.5);
}

/** Inverse of a symmetric positive definite matrix by Gauss-Jordan, scaled to a unit diagonal first; null if singular. */
function invert(matrix: readonly number[][]): number[][] | null {
  const scale = matrix.map((line, i) => 1 / Math.sqrt(line[i] ?? 0));
  if (!scale.every(Number.isFinite)) return null;
  const size = matrix.length;
  const work = matrix.map((line, i) => [
    ...line.map((value, j) => value * (scale[i] ?? 0) * (scale[j] ?? 0)),
    ...line.map((_, j) => (i === j ? 1 : 0)),
  ]);
  for (let pivot = 0; pivot < size; pivot++) {
    const pivotLine = work[pivot] ?? [];
    const value = pivotLine[pivot] ?? 0;
    if (!(value > Number.EPSILON)) return null;
    for (let j = 0; j < 2 * size; j++) pivotLine[j] = (pivotLine[j] ?? 0) / value;
    work.forEach((line, i) => {
      const factor = line[pivot] ?? 0;
      if (i === pivot || factor === 0) return;
      for (let j = 0; j < 2 * size; j++) line[j] = (line[j] ?? 0) - factor * (pivotLine[j] ?? 0);
    });
  }
  return work.map((line, i) => line.slice(size).map((value, j) => value * (scale[i] ?? 0) * (scale[j] ?? 0)));
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, i) => sum + value * (right[i] ?? 0), 0);
}

function quadratic(row: readonly number[], matrix: readonly number[][]): number {
  return dot(
    row,
    matrix.map((line) => dot(line, row)),
  );
}
