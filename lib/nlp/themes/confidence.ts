import type { ThemeThresholds } from './theme-model';

export type ConfidenceWeights = ThemeThresholds['confidenceWeights'];

/** What the fit learns from: a text's likeness to its best theme, and whether the graph put it there too. */
export type ConfidenceCase = { cosine: number; lead: number; isRight: boolean; weight: number };

const STEPS = 400;
const STEP_SIZE = 2;
/** Pulls the weights gently to 0, so that a corpus where all cases agree still has a finite fit. */
const RIDGE = 0.001;

/** The confidence, 0..1, that a text of this likeness belongs to the theme. */
export function computeConfidence(weights: ConfidenceWeights, cosine: number, lead: number): number {
  return 1 / (1 + Math.exp(-(weights[0] + weights[1] * cosine + weights[2] * lead)));
}

/**
 * Fits the confidence curve by logistic regression (gradient descent with a fixed number of steps): the share of cases
 * in which the centroid and the graph agree. Confidence is thereby a measured agreement, not a raw cosine.
 */
export function fitConfidence(cases: readonly ConfidenceCase[]): ConfidenceWeights {
  const weights: ConfidenceWeights = [-1, 4, 1];
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return weights;
  for (let step = 0; step < STEPS; step++) {
    const slope: ConfidenceWeights = [0, 0, 0];
    for (const { cosine, lead, isRight, weight } of cases) {
      const error = (computeConfidence(weights, cosine, lead) - (isRight ? 1 : 0)) * weight;
      slope[0] += error;
      slope[1] += error * cosine;
      slope[2] += error * lead;
    }
    weights[0] -= STEP_SIZE * (slope[0] / total + RIDGE * weights[0]);
    weights[1] -= STEP_SIZE * (slope[1] / total + RIDGE * weights[1]);
    weights[2] -= STEP_SIZE * (slope[2] / total + RIDGE * weights[2]);
  }
  return weights;
}
