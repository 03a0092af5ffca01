import { ENGLISH } from '../lexicons/english';
import type { ConfidenceCurve } from './confidence-curve';
import type { NgramSettings } from './hashed-ngrams';
import { blendChances, type Chances, type LinearModel, predictChances } from './linear-model';
import { computeOpinionFeatures, type OpinionFeatures } from './opinion-features';

/** One- and two-word features of English texts. */
export const ENGLISH_NGRAMS: NgramSettings = { buckets: 2 ** 16, lettersToo: false };

/** Measured on data sets left out of training: a little better than either model, from .5 to .75 alike. */
const VECTOR_SHARE = 0.6;

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

/** The opinion of an English text from its features and its vector, which says which lane this is. */
export function predictEnglish(
  model: Omit<EnglishModel, 'confidence'>,
  features: OpinionFeatures,
  lane: 'full' | 'fast',
  vector: Float32Array,
): Chances {
  const { lexicon, buckets, bucketValue } = features;
  const byVector = predictChances(lane === 'full' ? model.encoder : model.words, [vector, lexicon], NONE, 0);
  const byNgrams = predictChances(model.ngrams, [lexicon], buckets, bucketValue);
  return blendChances(byVector, byNgrams, VECTOR_SHARE);
}

const NONE = new Uint32Array();
