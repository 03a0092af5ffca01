/** Negative, neutral, positive: the order of all probabilities and weights. */
export const CLASSES = 3;

/** The chances of negative, neutral and positive; they add up to 1. */
export type Chances = readonly [negative: number, neutral: number, positive: number];

/** Weights of a multinomial logistic regression; each feature has one for each class, side by side. */
export interface LinearModel {
  bias: Float32Array;
  dense: Float32Array;
  /** By bucket; empty where the model takes no n-grams. Times `sparseScale`. */
  sparse: Int8Array;
  sparseScale: number;
}

/**
 * What a model says of a text.
 *
 * @param parts dense features, one list after the other
 * @param buckets n-grams that occur, each with the value `bucketValue`
 */
export function predictChances(
  model: LinearModel,
  parts: readonly ArrayLike<number>[],
  buckets: Uint32Array,
  bucketValue: number,
): Chances {
  const { dense, sparse, bias } = model;
  let negative = 0;
  let neutral = 0;
  let positive = 0;
  const value = bucketValue * model.sparseScale;
  for (const bucket of buckets) {
    const at = bucket * CLASSES;
    negative += sparse[at] ?? 0;
    neutral += sparse[at + 1] ?? 0;
    positive += sparse[at + 2] ?? 0;
  }
  negative = negative * value + (bias[0] ?? 0);
  neutral = neutral * value + (bias[1] ?? 0);
  positive = positive * value + (bias[2] ?? 0);
  let at = 0;
  for (const part of parts) {
    for (let index = 0; index < part.length; index++, at += CLASSES) {
      const feature = part[index] ?? 0;
      negative += feature * (dense[at] ?? 0);
      neutral += feature * (dense[at + 1] ?? 0);
      positive += feature * (dense[at + 2] ?? 0);
    }
  }
  const largest = Math.max(negative, neutral, positive);
  negative = Math.exp(negative - largest);
  neutral = Math.exp(neutral - largest);
  positive = Math.exp(positive - largest);
  const sum = negative + neutral + positive;
  return [negative / sum, neutral / sum, positive / sum];
}

/** The mean of two opinions, the first with the given share. */
export const blendChances = (first: Chances, second: Chances, share: number): Chances => [
  share * first[0] + (1 - share) * second[0],
  share * first[1] + (1 - share) * second[1],
  share * first[2] + (1 - share) * second[2],
];

/** A model as it lies in a file of weights: little-endian numbers in base64. */
export interface PackedLinearModel {
  bias: string;
  dense: string;
  sparse: string;
  sparseScale: number;
}

export const packLinearModel = (model: LinearModel): PackedLinearModel => ({
  bias: toBase64(model.bias),
  dense: toBase64(model.dense),
  sparse: toBase64(model.sparse),
  sparseScale: model.sparseScale,
});

export const unpackLinearModel = (packed: PackedLinearModel): LinearModel => ({
  bias: new Float32Array(fromBase64(packed.bias)),
  dense: new Float32Array(fromBase64(packed.dense)),
  sparse: new Int8Array(fromBase64(packed.sparse)),
  sparseScale: packed.sparseScale,
});

const toBase64 = (numbers: Float32Array | Int8Array): string =>
  Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');

function fromBase64(text: string): ArrayBuffer {
  const bytes = Buffer.from(text, 'base64');
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}
