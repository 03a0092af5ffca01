import { type Chances, CLASSES } from '../polarity/linear-model';
import { fitLogistic } from '../training/fit-logistic';
import { type AdaptationExample, LABELS } from './examples';
import { FEWEST_EXAMPLES } from './limits';
import { LEAST_CHANCE, logChances, type OpinionShift, shiftChances, toColumns } from './sentiment-adapter';

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
 * By how much a rating raises the odds of its pole over what the words alone say: promoters name small faults too, and no score
 * makes plain blame praise. Measured on French survey comments: without a limit a third of their short complaints were read as
 * praise; 8 to 32 differ little.
 */
const RATING_ODDS = 16;

/**
 * Fits what is to be added to the bundled opinion so that a workspace's texts come out as people said: a logistic
 * regression that starts from the bundled model and is held near it by an L2 penalty, so that few texts change little.
 * A rating speaks of the poles alone, for no rating says that its words are neutral, and between them it is one witness beside the
 * words: it decides where they leave room. What the words say is left to what the labels teach, or to the bundled model where
 * there are few. Deterministic.
 *
 * @param examples of one language, at least one
 */
export function fitShift(examples: readonly AdaptationExample[]): OpinionShift {
  const labelled = examples.filter(({ known }) => known.by === 'label');
  const isTaught = labelled.length >= FEWEST_EXAMPLES && labelled.length < examples.length;
  const taught = isTaught ? fit(labelled, ({ bundled }) => bundled) : null;
  return fit(examples, ({ bundled, features, vector }) =>
    taught ? shiftChances(taught, bundled, features, vector) : bundled,
  );
}

/** @param readOf what the words beside a rating say without it */
function fit(
  examples: readonly AdaptationExample[],
  readOf: (example: AdaptationExample) => Chances,
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
      targets: Float32Array.from(examples.flatMap((example) => targetOf(example, readOf(example)))),
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

function targetOf({ known }: AdaptationExample, [negative, neutral, positive]: Chances): Chances {
  const isNegative = known.label === 'negative';
  if (known.by === 'label') return known.label === 'neutral' ? [0, 1, 0] : isNegative ? [1, 0, 0] : [0, 0, 1];
  const blame = Math.max(negative, LEAST_CHANCE) * (isNegative ? RATING_ODDS : 1);
  const praise = Math.max(positive, LEAST_CHANCE) * (isNegative ? 1 : RATING_ODDS);
  const ofPoles = (1 - neutral) / (blame + praise);
  return [blame * ofPoles, neutral, praise * ofPoles];
}

/**
 * Labels count more than ratings, and rare labels more than common ones. Of ratings each pole counts alike, for how many customers
 * are content says nothing of what their words mean; together they count as many as a comparison of the two poles is worth
 * (the harmonic mean of their numbers), so that a few detractors do not count for hundreds, and one pole alone for nothing.
 */
function weigh(examples: readonly AdaptationExample[]): Float32Array {
  const labelled = weighLabels(examples.filter(({ known }) => known.by === 'label'));
  const rated = examples.filter(({ known }) => known.by === 'rating');
  const positive = rated.filter(({ known }) => known.label === 'positive').length / Math.max(1, rated.length);
  return Float32Array.from(
    examples,
    (example) =>
      labelled.get(example) ??
      RATING_WEIGHT * 2 * (example.known.label === 'positive' ? 1 - positive : positive),
  );
}

function weighLabels(labelled: readonly AdaptationExample[]): Map<AdaptationExample, number> {
  const counts = new Map(LABELS.map((label) => [label, 0]));
  for (const { known } of labelled) counts.set(known.label, (counts.get(known.label) ?? 0) + 1);
  const weights = labelled.map(
    ({ known }) => (labelled.length / CLASSES / Math.max(1, counts.get(known.label) ?? 1)) ** BALANCE,
  );
  const scale = labelled.length / weights.reduce((sum, weight) => sum + weight, 0);
  return new Map(labelled.map((example, row) => [example, (weights[row] ?? 0) * scale]));
}
