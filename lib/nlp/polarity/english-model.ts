import { ENGLISH } from '../lexicons/english';
import type { ConfidenceCurve } from './confidence-curve';
import type { NgramSettings } from './hashed-ngrams';
import { blendChances, type Chances, type LinearModel, predictChances } from './linear-model';
import { predictByList } from './list-opinion';
import { computeOpinionFeatures, type OpinionFeatures } from './opinion-features';

/** One- and two-word features of English texts. */
export const ENGLISH_NGRAMS: NgramSettings = { buckets: 2 ** 16, lettersToo: false };

/** How much each model counts in the full lane; chosen on the mean over data sets left out of training. */
const FULL_SHARES = { encoder: 0.5, words: 0.2, ngrams: 0.3 };
/** The same for the fast lane. */
const FAST_SHARES = { encoder: 0, words: 0.6, ngrams: 0.4 };

/**
 * How much the word list says by itself of a text of few words in which it knows one: data sets hardly hold answers so short, and what
 * the models hear in "hardly any bugs" is the bugs. Chosen on kinds of text left out of training: up to six words a share of
 * .2 to .5 is alike there, up to twelve costs film and two-way sentences half a point (`docs/decisions/sentiment-blend.md`).
 */
const LIST_SHARE_OF_SHORT = 0.3;
const SHORT_WORDS = 6;
/** From a score of .25 on it is more likely praise than not, which is where the list itself begins to call it so. */
const LIST_POWERS = { praise: 0.5, blame: 0.5 };

/** The trained weights for English, for both lanes. */
export interface EnglishModel {
  /** Lexicon features and n-grams. */
  ngrams: LinearModel;
  /** Sentence encoder and lexicon features: the full lane. */
  encoder: LinearModel;
  /** Word vectors and lexicon features: the fast lane. */
  words: LinearModel;
  confidence: Record<'full' | 'fast', ConfidenceCurve>;
}

/** What was read last: a statement is read for its sentiment and again for its kind. */
const recent = new Map<string, OpinionFeatures>();
const MOST_RECENT = 512;
const LONGEST_RECENT = 1000;

export function computeEnglishFeatures(text: string): OpinionFeatures {
  const known = recent.get(text);
  if (known) return known;
  const features = computeOpinionFeatures(text, ENGLISH, ENGLISH_NGRAMS);
  if (text.length > LONGEST_RECENT) return features;
  if (recent.size >= MOST_RECENT) recent.clear();
  recent.set(text, features);
  return features;
}

/**
 * The opinion of an English text from its features, the sum of its words' vectors and, in the full lane, its vector by the
 * sentence encoder.
 */
export function predictEnglish(
  model: Omit<EnglishModel, 'confidence'>,
  { words: read, lexicon, buckets, bucketValue }: OpinionFeatures,
  wordVector: Float32Array,
  encoded: Float32Array | null,
): Chances {
  const byWords = predictChances(model.words, [wordVector, lexicon], NONE, 0);
  const byNgrams = predictChances(model.ngrams, [lexicon], buckets, bucketValue);
  const { encoder, words, ngrams } = encoded ? FULL_SHARES : FAST_SHARES;
  const byBoth = blendChances(byWords, byNgrams, words / (words + ngrams));
  const learned = encoded
    ? blendChances(predictChances(model.encoder, [encoded, lexicon], NONE, 0), byBoth, encoder)
    : byBoth;
  const score = lexicon[0] ?? 0;
  if (score === 0 || read.length > SHORT_WORDS) return learned;
  return blendChances(predictByList(score, LIST_POWERS), learned, LIST_SHARE_OF_SHORT);
}

const NONE = new Uint32Array();
