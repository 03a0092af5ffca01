import { FRENCH } from '../lexicons/french';
import { GERMAN } from '../lexicons/german';
import { ITALIAN } from '../lexicons/italian';
import { PORTUGUESE } from '../lexicons/portuguese';
import { SPANISH } from '../lexicons/spanish';
import type { SentimentLexicon } from '../sentiment-lexicon';
import type { ConfidenceCurve } from './confidence-curve';
import type { NgramSettings } from './hashed-ngrams';
import { blendChances, type Chances, type LinearModel, predictChances } from './linear-model';
import { computeOpinionFeatures, type OpinionFeatures } from './opinion-features';

/** Languages beside English that a model of lexicon features and n-grams was trained for. */
export type LearnedLanguage = 'de' | 'es' | 'fr' | 'it' | 'pt';

/** With runs of letters: few labelled texts must do for words of many forms. */
export const LEARNED_NGRAMS: NgramSettings = { buckets: 2 ** 14, lettersToo: true };

const LEXICONS: ReadonlyMap<string, SentimentLexicon> = new Map([
  ['de', GERMAN],
  ['es', SPANISH],
  ['fr', FRENCH],
  ['it', ITALIAN],
  ['pt', PORTUGUESE],
]);

export interface LearnedModel {
  ngrams: LinearModel;
  confidence: ConfidenceCurve;
}

/** @throws Error for a language without a lexicon, which no model can have been trained for. */
export function computeLearnedFeatures(text: string, language: string): OpinionFeatures {
  const lexicon = LEXICONS.get(language);
  if (!lexicon) throw new Error(`No lexicon for ${language}`);
  return computeOpinionFeatures(text, lexicon, LEARNED_NGRAMS);
}

/**
 * The rest is the word list's: the tweets that the model learned from hardly speak of products ("trop cher"), the list does.
 * Half each costs two points of macro-F1 on tweets and orders French survey comments by their NPS better (.732, not .712).
 */
const LEARNED_SHARE = 0.5;

/** The opinion of a text in one of these languages. */
export function predictLearned({ ngrams }: Pick<LearnedModel, 'ngrams'>, features: OpinionFeatures): Chances {
  const { lexicon, buckets, bucketValue } = features;
  const learned = predictChances(ngrams, [lexicon], buckets, bucketValue);
  const score = lexicon[0] ?? 0;
  if (score === 0) return learned;
  const listed: Chances = [Math.max(0, -score), 1 - Math.abs(score), Math.max(0, score)];
  return blendChances(learned, listed, LEARNED_SHARE);
}
