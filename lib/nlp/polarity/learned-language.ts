import { FRENCH } from '../lexicons/french';
import { GERMAN } from '../lexicons/german';
import { ITALIAN } from '../lexicons/italian';
import { PORTUGUESE } from '../lexicons/portuguese';
import { SPANISH } from '../lexicons/spanish';
import type { SentimentLexicon } from '../sentiment-lexicon';
import type { ConfidenceCurve } from './confidence-curve';
import type { NgramSettings } from './hashed-ngrams';
import type { LinearModel } from './linear-model';
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
