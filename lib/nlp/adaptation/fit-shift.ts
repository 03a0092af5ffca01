import { type Chances, CLASSES } from '../polarity/linear-model';
import { fitLogistic } from '../training/fit-logistic';
import { type AdaptationExample, LABELS } from './examples';
import { FEWEST_EXAMPLES } from './limits';
import { logChances, type OpinionShift, shiftChances, toColumns } from './sentiment-adapter';

/** Chosen on patient comments that the bundled model had not seen; 1 to 4 alike, with 50 labels as with thousands. */
const PENALTY = 3;
/** A vector of unit length times this is about as strong as the other features, so that one penalty fits all. */
const VECTOR_STRENGTH = 4;
/** Between counting each text alike (0), which forgets the rare class, and counting each class alike (1). */
const BALANCE = 0.5;
const ITERATIONS = 40;
/** An n-gram of one text alone says nothing of the next. */
const FEWEST_TEXTS = 2;
/** A rating says less of the words beside it than a person who read them. */
const RATING_WEIGHT = 0.25;

/**
 * Fits what is to be added to the bundled opinion so that a workspace's texts come out as people said: a logistic
 * regression that starts from the bundled model and is held near it by an L2 penalty, so that few texts change little.
 * A rating decides between the poles alone, for no rating says that its words are neutral: how neutral they are is left
 * to what the labels teach, or to the bundled model where there are few. Deterministic.
 *
 * @param examples of one language, at least one
 */
export function fitShift(examples: readonly AdaptationExample[]): OpinionShift {
  const labelled = examples.filter(({ known }) => known.by === 'label');
  const isTaught = labelled.length >= FEWEST_EXAMPLES && labelled.length < examples.length;
  const taught = isTaught ? fit(labelled, ({ bundled }) => bundled[1]) : null;
  return fit(examples, ({ bundled, features, vector }) =>
    taught ? shiftChances(taught, bundled, features, vector)[1] : bundled[1],
  );
}

/** @param neutralOf how neutral the words beside a rating are, 0..1 */
function fit(
  examples: readonly AdaptationExample[],
  neutralOf: (example: AdaptationExample) => number,
): OpinionShift {
  const buckets = chooseBuckets(examples);
  const dense = examples.map(({ bundled, features, vector }) =>
    Float32Array.from([
      ...logChances(bundled),
      ...features.lexicon,
      ...(vector ?? []).map((value) => value * VECTOR_STRENGTH),
    ]),
  );
  const denseWidth = dense[0]?.length ?? 0;
  const fitted = fitLogistic(
    {
      dense,
      denseWidth,
      buckets: examples.map(({ features }) => toColumns(buckets, features.buckets)),
      bucketValues: examples.map(({ features }) => features.bucketValue),
      bucketCount: buckets.length,
      targets: Float32Array.from(examples.flatMap((example) => targetOf(example, neutralOf(example)))),
      weights: weigh(examples),
      offsets: Float32Array.from(examples.flatMap(({ bundled }) => logChances(bundled))),
    },
    PENALTY,
    ITERATIONS,
  );
  const vectorFrom = (denseWidth - (examples[0]?.vector?.length ?? 0)) * CLASSES;
  const weights = fitted.dense.map((value, at) => (at < vectorFrom ? value : value * VECTOR_STRENGTH));
  // The bundled opinion, which training had as offset, becomes part of the weights.
  for (let k = 0; k < CLASSES; k++) weights[k * CLASSES + k] = (weights[k * CLASSES + k] ?? 0) + 1;
  return { buckets, model: { ...fitted, dense: weights } };
}

function chooseBuckets(examples: readonly AdaptationExample[]): Uint32Array {
  const texts = new Map<number, number>();
  for (const { features } of examples) {
    for (const bucket of features.buckets) texts.set(bucket, (texts.get(bucket) ?? 0) + 1);
  }
  const chosen = [...texts].filter(([, count]) => count >= FEWEST_TEXTS).map(([bucket]) => bucket);
  return Uint32Array.from(chosen).sort();
}

function targetOf({ known }: AdaptationExample, neutralOfRated: number): Chances {
  if (known.label === 'neutral') return [0, 1, 0];
  const neutral = known.by === 'rating' ? neutralOfRated : 0;
  return known.label === 'negative' ? [1 - neutral, neutral, 0] : [0, neutral, 1 - neutral];
}

/** Rare labels count more than common ones, labels more than ratings. */
function weigh(examples: readonly AdaptationExample[]): Float32Array {
  const plain = examples.map(({ known }) => (known.by === 'rating' ? RATING_WEIGHT : 1));
  const sums = new Map(LABELS.map((label) => [label, 0]));
  for (const [row, { known }] of examples.entries()) {
    sums.set(known.label, (sums.get(known.label) ?? 0) + (plain[row] ?? 0));
  }
  const total = plain.reduce((sum, weight) => sum + weight, 0);
  const weights = examples.map(
    ({ known }, row) =>
      (plain[row] ?? 0) * (total / CLASSES / Math.max(1, sums.get(known.label) ?? 1)) ** BALANCE,
  );
  const scale = total / weights.reduce((sum, weight) => sum + weight, 0);
  return Float32Array.from(weights, (weight) => weight * scale);
}
