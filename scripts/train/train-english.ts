import type { Encoder } from '@/lib/nlp/encoder/encoder';
import { getWordVectors } from '@/lib/nlp/encoder/word-vectors';
import { keepSaid } from '@/lib/nlp/machine-text';
import { computeEnglishFeatures, ENGLISH_NGRAMS, type EnglishModel } from '@/lib/nlp/polarity/english-model';
import { CLASSES, type LinearModel } from '@/lib/nlp/polarity/linear-model';
import type { OpinionFeatures } from '@/lib/nlp/polarity/opinion-features';
import { fitLogistic } from '@/lib/nlp/training/fit-logistic';
import type { LabelledText, SetName } from './labelled-texts';

/** A labelled text with all that the models read of it. */
export interface Example extends LabelledText {
  features: OpinionFeatures;
  /** Of the sentence encoder. */
  vector: Float32Array;
  wordVector: Float32Array;
}

/**
 * How much a text of each set counts. Short informal texts, rated by many judges, are most like feedback; films and
 * plain requests are many and alike. Feedback composed for this product counts half: at full weight two-way sentences lose .4 points.
 */
const WEIGHTS: Record<SetName, number> = {
  'patient comments': 0.7,
  'app reviews (Maalej)': 1,
  'app reviews (MiniBAR)': 1,
  'product sentences': 1.5,
  'film sentences': 0.3,
  'editorial sentences': 1,
  'rated tweets': 4,
  'Amazon sentences': 1,
  'IMDb sentences': 1,
  'Yelp sentences': 1,
  'plain requests': 0.1,
  'plain sentences': 1,
  'composed feedback': 0.5,
  'XLM-T en': 1,
};

/** A vector of unit length times this is about as strong as the other features, so that one penalty fits all. */
const VECTOR_STRENGTH = 4;
const VECTOR_PENALTY = 8;
const NGRAM_PENALTY = 2;
const ITERATIONS = 50;
const ENCODER_BATCH = 512;

/** Reads the texts once; all training and measuring starts from here. */
export async function readExamples(
  texts: readonly LabelledText[],
  encoder: Encoder,
  onProgress: (done: number) => void,
): Promise<Example[]> {
  const words = getWordVectors();
  const examples: Example[] = [];
  for (let from = 0; from < texts.length; from += ENCODER_BATCH) {
    const batch = texts.slice(from, from + ENCODER_BATCH);
    const vectors = await encoder.encode(batch.map(({ text }) => keepSaid(text)));
    for (const [index, labelled] of batch.entries()) {
      const features = computeEnglishFeatures(labelled.text);
      examples.push({
        ...labelled,
        features,
        vector: vectors[index] ?? new Float32Array(),
        wordVector: words.embed(features.words),
      });
    }
    onProgress(examples.length);
  }
  return examples;
}

/** The three models of English. All classes count alike in the sum. */
export function trainEnglish(examples: readonly Example[]): Omit<EnglishModel, 'confidence'> {
  const targets = Float32Array.from(examples.flatMap(({ target }) => target));
  const weights = balance(
    examples.map(({ set }) => WEIGHTS[set]),
    targets,
  );
  const none = {
    buckets: examples.map(() => new Uint32Array()),
    bucketValues: examples.map(() => 0),
    bucketCount: 0,
  };
  const fitVectors = (vectorOf: (example: Example) => Float32Array): LinearModel => {
    const vectorWidth = vectorOf(examples[0] ?? fail()).length;
    const dense = examples.map((example) =>
      Float32Array.from([
        ...vectorOf(example).map((value) => value * VECTOR_STRENGTH),
        ...example.features.lexicon,
      ]),
    );
    const denseWidth = dense[0]?.length ?? 0;
    const model = fitLogistic({ dense, denseWidth, ...none, targets, weights }, VECTOR_PENALTY, ITERATIONS);
    return {
      ...model,
      dense: model.dense.map((value, at) => (at < vectorWidth * CLASSES ? value * VECTOR_STRENGTH : value)),
    };
  };
  return {
    encoder: fitVectors(({ vector }) => vector),
    words: fitVectors(({ wordVector }) => wordVector),
    ngrams: fitNgrams(
      examples.map(({ features }) => features),
      targets,
      weights,
      ENGLISH_NGRAMS.buckets,
    ),
  };
}

/**
 * Lexicon features and n-grams.
 *
 * @param lexiconStrength how much less the lexicon's features are held back than the n-grams: with few labelled texts, words
 *   that people listed are worth more than words that happened to occur
 */
export function fitNgrams(
  features: readonly OpinionFeatures[],
  targets: Float32Array,
  weights: Float32Array,
  bucketCount: number,
  lexiconStrength = 1,
): LinearModel {
  const dense = features.map(({ lexicon }) => Float32Array.from(lexicon, (value) => value * lexiconStrength));
  const model = fitLogistic(
    {
      dense,
      denseWidth: dense[0]?.length ?? 0,
      buckets: features.map(({ buckets }) => buckets),
      bucketValues: features.map(({ bucketValue }) => bucketValue),
      bucketCount,
      targets,
      weights,
    },
    NGRAM_PENALTY,
    ITERATIONS,
  );
  return { ...model, dense: model.dense.map((value) => value * lexiconStrength) };
}

/** Weighs rows so that each class has the same sum; the sum of all stays. */
export function balance(weights: readonly number[], targets: Float32Array): Float32Array {
  const sums = [0, 0, 0];
  for (const [row, weight] of weights.entries()) {
    for (let k = 0; k < CLASSES; k++) sums[k] = (sums[k] ?? 0) + weight * (targets[row * CLASSES + k] ?? 0);
  }
  const total = sums.reduce((sum, value) => sum + value, 0);
  return Float32Array.from(weights, (weight, row) => {
    let factor = 0;
    for (let k = 0; k < CLASSES; k++) {
      factor += ((targets[row * CLASSES + k] ?? 0) * total) / CLASSES / (sums[k] || 1);
    }
    return weight * factor;
  });
}

const fail = (): never => {
  throw new Error('There is nothing to train on');
};
