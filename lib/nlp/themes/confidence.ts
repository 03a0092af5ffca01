import type { ThemeThresholds } from './theme-model';

export type ConfidenceWeights = ThemeThresholds['confidenceWeights'];

/** What the fit learns from: a held-out text's score for a theme and its lead, and whether it is of the theme. */
export type ConfidenceCase = { score: number; lead: number; isRight: boolean };

const MOST_STEPS = 30;
/** Pulls gently to the start, so that a corpus where all cases agree still has a finite fit. */
const RIDGE = 1;
/** A score taken at its word. */
const START: ConfidenceWeights = [0, 1, 0];
const SIZE = START.length;
const SHORTEST_STEP = 1e-3;
/** Fewer cases measure nothing. */
const FEWEST_CASES = 40;

/** The chance that goes with a score, the logarithm of odds. */
export const chanceOf = (score: number): number => 1 / (1 + Math.exp(-score));

/** The confidence, 0..1, that a text of this score and lead is of the theme. */
export function computeConfidence(weights: ConfidenceWeights, score: number, lead: number): number {
  return chanceOf(weights[0] + weights[1] * score + weights[2] * lead);
}

/** How far the chance of each class leads over that of the best other among these places, -1..1. */
export function computeLeads(scores: Float64Array, places: readonly number[]): number[] {
  let first = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (const place of places) {
    const score = scores[place] ?? 0;
    if (score > first) [first, second] = [score, first];
    else if (score > second) second = score;
  }
  return places.map((place) => {
    const score = scores[place] ?? 0;
    return chanceOf(score) - chanceOf(score === first ? second : first);
  });
}

/**
 * Fits the confidence curve by logistic regression (Platt 1999) on score and lead, by Newton's method with a fixed number
 * of steps at most. Confidence is thereby a share measured on texts held out, not a raw score.
 */
export function fitConfidence(cases: readonly ConfidenceCase[]): ConfidenceWeights {
  if (cases.length < FEWEST_CASES) return [...START];
  const weights = fit(cases);
  // A higher score never means less: where it seems to, the lead alone says it all.
  return weights[1] >= 0 ? weights : fit(cases.map((one) => ({ ...one, score: 0 })));
}

function fit(cases: readonly ConfidenceCase[]): ConfidenceWeights {
  let weights: ConfidenceWeights = [...START];
  let loss = lossOf(weights, cases);
  for (let step = 0; step < MOST_STEPS; step++) {
    const moves = solve(derive(weights, cases));
    let next = weights;
    let nextLoss = Number.POSITIVE_INFINITY;
    // Far from its end Newton's step may overshoot: half of it then, and half of that.
    for (let length = 1; length > SHORTEST_STEP && !(nextLoss <= loss); length /= 2) {
      next = [
        weights[0] - length * (moves[0] ?? 0),
        weights[1] - length * (moves[1] ?? 0),
        weights[2] - length * (moves[2] ?? 0),
      ];
      nextLoss = lossOf(next, cases);
    }
    if (!(nextLoss < loss)) break;
    weights = next;
    loss = nextLoss;
  }
  return weights;
}

/** The penalised negative log likelihood. */
function lossOf(weights: ConfidenceWeights, cases: readonly ConfidenceCase[]): number {
  let loss = 0;
  weights.forEach((weight, at) => {
    loss += (RIDGE / 2) * (weight - (START[at] ?? 0)) ** 2;
  });
  for (const { score, lead, isRight } of cases) {
    const odds = weights[0] + weights[1] * score + weights[2] * lead;
    loss += Math.log1p(Math.exp(-Math.abs(odds))) + Math.max(0, isRight ? -odds : odds);
  }
  return loss;
}

/** Rows of the loss's second derivatives, each with the first derivative behind it. */
function derive(weights: ConfidenceWeights, cases: readonly ConfidenceCase[]): Float64Array[] {
  const system = Array.from({ length: SIZE }, (_, row) => {
    const line = new Float64Array(SIZE + 1);
    line[row] = RIDGE;
    line[SIZE] = RIDGE * ((weights[row] ?? 0) - (START[row] ?? 0));
    return line;
  });
  for (const { score, lead, isRight } of cases) {
    const chance = computeConfidence(weights, score, lead);
    const features = [1, score, lead];
    system.forEach((line, row) => {
      const feature = features[row] ?? 0;
      features.forEach((other, column) => {
        line[column] = (line[column] ?? 0) + chance * (1 - chance) * feature * other;
      });
      line[SIZE] = (line[SIZE] ?? 0) + (chance - (isRight ? 1 : 0)) * feature;
    });
  }
  return system;
}

/** Solves a positive definite system by elimination. */
function solve(system: Float64Array[]): number[] {
  system.forEach((pivot, row) => {
    const scale = pivot[row] ?? 1;
    pivot.forEach((value, column) => {
      pivot[column] = value / scale;
    });
    system.forEach((line, other) => {
      if (other === row) return;
      const times = line[row] ?? 0;
      line.forEach((value, column) => {
        line[column] = value - times * (pivot[column] ?? 0);
      });
    });
  });
  return system.map((line) => line[SIZE] ?? 0);
}
