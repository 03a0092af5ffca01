import { CLASSES, type LinearModel } from '../polarity/linear-model';
import { minimise } from './minimise';

/** Texts as features, with what they should be called. Row by row. */
export interface TrainingRows {
  /** Dense features of one row, `denseWidth` numbers. */
  dense: readonly Float32Array[];
  denseWidth: number;
  /** Buckets of one row and the value that each has. */
  buckets: readonly Uint32Array[];
  bucketValues: readonly number[];
  /** All buckets are below it. */
  bucketCount: number;
  /** Chances of the three classes, side by side: a label of which its judges were not sure is not 0 or 1. */
  targets: Float32Array;
  /** How much the row counts. */
  weights: Float32Array;
  /** What another model says of each row, as logarithms of chances side by side: the weights are what is to be added to it. */
  offsets?: Float32Array;
}

/** Weights are whole numbers of at most this in a file of weights. */
const LARGEST_BYTE = 127;

/**
 * Multinomial logistic regression with soft targets and an L2 penalty on all weights but the bias, by L-BFGS.
 *
 * @param penalty in units of one row's weight
 */
export function fitLogistic(rows: TrainingRows, penalty: number, iterations: number): LinearModel {
  const { dense, denseWidth, buckets, bucketValues, bucketCount, targets, weights, offsets } = rows;
  const denseSize = denseWidth * CLASSES;
  const size = denseSize + bucketCount * CLASSES + CLASSES;
  const biasAt = size - CLASSES;
  const total = weights.reduce((sum, weight) => sum + weight, 0);

  const measure = (point: Float64Array, gradient: Float64Array): number => {
    let loss = 0;
    for (let index = 0; index < biasAt; index++) {
      const value = point[index] ?? 0;
      loss += (0.5 * penalty * value * value) / total;
      gradient[index] = (penalty * value) / total;
    }
    gradient.fill(0, biasAt);
    const z = new Float64Array(CLASSES);
    const shares = new Float64Array(CLASSES);
    for (let row = 0; row < weights.length; row++) {
      const features = dense[row] ?? new Float32Array();
      const ones = buckets[row] ?? new Uint32Array();
      const value = bucketValues[row] ?? 0;
      for (let k = 0; k < CLASSES; k++) z[k] = (point[biasAt + k] ?? 0) + (offsets?.[row * CLASSES + k] ?? 0);
      addScores(z, point, features, ones, denseSize, value);
      toShares(z, shares);
      const weight = (weights[row] ?? 0) / total;
      for (let k = 0; k < CLASSES; k++) {
        const target = targets[row * CLASSES + k] ?? 0;
        const share = shares[k] ?? 0;
        if (target > 0) loss -= weight * target * Math.log(Math.max(share, 1e-12));
        z[k] = weight * (share - target);
        gradient[biasAt + k] = (gradient[biasAt + k] ?? 0) + (z[k] ?? 0);
      }
      addGradient(gradient, z, features, ones, denseSize, value);
    }
    return loss;
  };

  const point = minimise(measure, size, iterations);
  return {
    bias: Float32Array.from(point.subarray(biasAt)),
    dense: Float32Array.from(point.subarray(0, denseSize)),
    ...toBytes(point.subarray(denseSize, biasAt)),
  };
}

function addScores(
  z: Float64Array,
  point: Float64Array,
  features: Float32Array,
  buckets: Uint32Array,
  denseSize: number,
  value: number,
): void {
  let a = z[0] ?? 0;
  let b = z[1] ?? 0;
  let c = z[2] ?? 0;
  for (let index = 0, at = 0; index < features.length; index++, at += CLASSES) {
    const feature = features[index] ?? 0;
    a += feature * (point[at] ?? 0);
    b += feature * (point[at + 1] ?? 0);
    c += feature * (point[at + 2] ?? 0);
  }
  for (const bucket of buckets) {
    const at = denseSize + bucket * CLASSES;
    a += value * (point[at] ?? 0);
    b += value * (point[at + 1] ?? 0);
    c += value * (point[at + 2] ?? 0);
  }
  z[0] = a;
  z[1] = b;
  z[2] = c;
}

function addGradient(
  gradient: Float64Array,
  error: Float64Array,
  features: Float32Array,
  buckets: Uint32Array,
  denseSize: number,
  value: number,
): void {
  const a = error[0] ?? 0;
  const b = error[1] ?? 0;
  const c = error[2] ?? 0;
  for (let index = 0, at = 0; index < features.length; index++, at += CLASSES) {
    const feature = features[index] ?? 0;
    gradient[at] = (gradient[at] ?? 0) + a * feature;
    gradient[at + 1] = (gradient[at + 1] ?? 0) + b * feature;
    gradient[at + 2] = (gradient[at + 2] ?? 0) + c * feature;
  }
  for (const bucket of buckets) {
    const at = denseSize + bucket * CLASSES;
    gradient[at] = (gradient[at] ?? 0) + a * value;
    gradient[at + 1] = (gradient[at + 1] ?? 0) + b * value;
    gradient[at + 2] = (gradient[at + 2] ?? 0) + c * value;
  }
}

/** Written out, for it is asked of every row at every step. */
function toShares(z: Float64Array, shares: Float64Array): void {
  const a = z[0] ?? 0;
  const b = z[1] ?? 0;
  const c = z[2] ?? 0;
  const largest = Math.max(a, b, c);
  const first = Math.exp(a - largest);
  const second = Math.exp(b - largest);
  const third = Math.exp(c - largest);
  const sum = first + second + third;
  shares[0] = first / sum;
  shares[1] = second / sum;
  shares[2] = third / sum;
}

/** The largest weight keeps its size; what a step is too coarse for becomes 0. */
function toBytes(weights: Float64Array): { sparse: Int8Array; sparseScale: number } {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const sparseScale = largest / LARGEST_BYTE || 1;
  return { sparse: Int8Array.from(weights, (weight) => Math.round(weight / sparseScale)), sparseScale };
}
