import type { SentimentLexicon } from '../sentiment-lexicon';
import { sumValences } from '../valence-sum';
import { hashNgrams, type NgramSettings, ngramValue } from './hashed-ngrams';
import { computeLexiconFeatures } from './lexicon-features';

/** What the words of a text say of its opinion, ready for a model. */
export interface OpinionFeatures {
  /** Folded, in text order. */
  words: readonly string[];
  lexicon: Float64Array;
  buckets: Uint32Array;
  bucketValue: number;
}

export function computeOpinionFeatures(
  text: string,
  lexicon: SentimentLexicon,
  settings: NgramSettings,
): OpinionFeatures {
  const sum = sumValences(text, lexicon);
  const buckets = hashNgrams(sum.words, settings);
  return {
    words: sum.words,
    lexicon: computeLexiconFeatures(sum),
    buckets,
    bucketValue: ngramValue(buckets.length),
  };
}
