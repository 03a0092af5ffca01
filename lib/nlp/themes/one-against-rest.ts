import { makeRandom } from '@/lib/core/random';
import type { SparseRow } from './sparse-rows';

/** A text as features, and the classes it belongs to; in a class of neither list it counts neither for nor against. */
export type LabelledRow = { features: SparseRow; isOf: readonly number[]; isUnsureOf?: readonly number[] };

export type FitSettings = {
  /** Times the texts are gone through. */
  epochs: number;
  seed: number;
  /** Weights to start from and be drawn to; zeros when left out. */
  start?: Float32Array;
  /**
   * Steps half as long, and the mean of the weights after each of the later half of the epochs (Polyak and Juditsky 1992)
   * instead of the last ones: what few examples say depends less on their order.
   */
  isSteady?: boolean;
  /** Told after each time. */
  onEpoch?: (() => void) | undefined;
};

/** Steps of Adagrad (Duchi et al. 2011). */
const STEP = 0.3;
const FIRST_SQUARE = 1e-3;
/** Draws weights to their start, so that few examples do not shout. */
const PENALTY = 1e-5;
/** Errors smaller than this teach nothing worth the time. */
const SMALLEST_ERROR = 0.002;

/**
 * Logistic regression of each class against the rest, on the same rows at once: Adagrad through the rows in a seeded
 * order. Weights lie feature by feature, the classes of one side by side; after the features comes the constant.
 */
export function fitOneAgainstRest(
  rows: readonly LabelledRow[],
  classCount: number,
  featureCount: number,
  { epochs, seed, start, isSteady = false, onEpoch }: FitSettings,
): Float32Array {
  const size = (featureCount + 1) * classCount;
  const weights = start ? start.slice() : new Float32Array(size);
  const squares = new Float32Array(size).fill(FIRST_SQUARE);
  const step = isSteady ? STEP / 2 : STEP;
  const firstKept = Math.floor(epochs / 2);
  const sums = new Float32Array(isSteady ? size : 0);
  const random = makeRandom(seed);
  const order = Array.from(rows, (_, row) => row);
  const errors = new Float64Array(classCount);
  // Most classes of most rows: right, and nothing to learn.
  const wrong = new Int32Array(classCount);
  let wrongCount = 0;
  const wrongErrors = new Float64Array(classCount);
  const update = (at: number, value: number) => {
    for (let place = 0; place < wrongCount; place++) {
      const cell = at + (wrong[place] ?? 0);
      const weight = weights[cell] ?? 0;
      const drift = start ? weight - (start[cell] ?? 0) : weight;
      const slope = (wrongErrors[place] ?? 0) * value + PENALTY * drift;
      const square = (squares[cell] ?? 0) + slope * slope;
      squares[cell] = square;
      weights[cell] = weight - (step * slope) / Math.sqrt(square);
    }
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const row of order) {
      const labelled = rows[row];
      if (!labelled) continue;
      const { features, isOf, isUnsureOf } = labelled;
      scoreClasses(weights, classCount, featureCount, features, errors);
      for (let k = 0; k < classCount; k++) errors[k] = 1 / (1 + Math.exp(-(errors[k] ?? 0)));
      for (const k of isOf) errors[k] = (errors[k] ?? 0) - 1;
      for (const k of isUnsureOf ?? []) errors[k] = 0;
      wrongCount = 0;
      for (let k = 0; k < classCount; k++) {
        const error = errors[k] ?? 0;
        if (Math.abs(error) < SMALLEST_ERROR) continue;
        wrong[wrongCount] = k;
        wrongErrors[wrongCount++] = error;
      }
      const { columns, values } = features;
      for (let entry = 0; entry < columns.length; entry++) {
        update((columns[entry] ?? 0) * classCount, values[entry] ?? 0);
      }
      update(featureCount * classCount, 1);
    }
    if (isSteady && epoch >= firstKept) {
      for (let at = 0; at < size; at++) sums[at] = (sums[at] ?? 0) + (weights[at] ?? 0);
    }
    onEpoch?.();
  }
  return isSteady ? sums.map((sum) => sum / (epochs - firstKept)) : weights;
}

/** Writes the score of each class: the logarithm of its odds. */
export function scoreClasses(
  weights: Float32Array,
  classCount: number,
  featureCount: number,
  { columns, values }: SparseRow,
  scores: Float64Array,
): void {
  const constants = featureCount * classCount;
  for (let k = 0; k < classCount; k++) scores[k] = weights[constants + k] ?? 0;
  // Four features a pass: each class still adds them up one after the other, so nothing rounds differently.
  let entry = 0;
  for (; entry + 3 < columns.length; entry += 4) {
    const at0 = (columns[entry] ?? 0) * classCount;
    const at1 = (columns[entry + 1] ?? 0) * classCount;
    const at2 = (columns[entry + 2] ?? 0) * classCount;
    const at3 = (columns[entry + 3] ?? 0) * classCount;
    const [value0 = 0, value1 = 0, value2 = 0, value3 = 0] = [
      values[entry],
      values[entry + 1],
      values[entry + 2],
      values[entry + 3],
    ];
    for (let k = 0; k < classCount; k++) {
      scores[k] =
        (scores[k] ?? 0) +
        value0 * (weights[at0 + k] ?? 0) +
        value1 * (weights[at1 + k] ?? 0) +
        value2 * (weights[at2 + k] ?? 0) +
        value3 * (weights[at3 + k] ?? 0);
    }
  }
  for (; entry < columns.length; entry++) {
    const at = (columns[entry] ?? 0) * classCount;
    const value = values[entry] ?? 0;
    for (let k = 0; k < classCount; k++) scores[k] = (scores[k] ?? 0) + value * (weights[at + k] ?? 0);
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const held = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = held;
  }
}
