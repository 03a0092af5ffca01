import type { ConfidenceCurve } from '../polarity/confidence-curve';
import { readConfidence } from '../polarity/confidence-curve';
import type { Judgement } from './fit-confidence';
import { minimise } from './minimise';

/** How strongly the given curve is held on to: as many labels as this weigh as much as it does, roughly. */
const PENALTY = 4;
const ITERATIONS = 50;
const EDGE = 0.005;

/**
 * Bends a curve of confidence to labels: log-odds are shifted and stretched (Platt 1999) with a penalty that holds the curve
 * as it was, so that few labels bend it little. Never falling where the given one does not.
 */
export function recalibrate(curve: ConfidenceCurve, judgements: readonly Judgement[]): ConfidenceCurve {
  const said = judgements.map(({ chance }) => logOdds(readConfidence(curve, chance)));
  const [shift = 0, stretch = 0] = minimise(
    (point, gradient) => {
      const [a = 0, b = 0] = point;
      let loss = (PENALTY / 2) * (a * a + b * b);
      gradient[0] = PENALTY * a;
      gradient[1] = PENALTY * b;
      for (const [index, { isRight, weight }] of judgements.entries()) {
        const odds = said[index] ?? 0;
        const share = logistic(a + (1 + b) * odds);
        const error = weight * (share - (isRight ? 1 : 0));
        loss -= weight * Math.log(Math.max(1e-12, isRight ? share : 1 - share));
        gradient[0] = (gradient[0] ?? 0) + error;
        gradient[1] = (gradient[1] ?? 0) + error * odds;
      }
      return loss;
    },
    2,
    ITERATIONS,
  );
  const slope = Math.max(0, 1 + stretch);
  return {
    chances: [...curve.chances],
    shares: curve.shares.map((share) => logistic(shift + slope * logOdds(share))),
  };
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

function logOdds(share: number): number {
  const inner = Math.min(1 - EDGE, Math.max(EDGE, share));
  return Math.log(inner / (1 - inner));
}
