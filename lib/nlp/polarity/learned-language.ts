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
export const LEARNED_LANGUAGES = ['de', 'es', 'fr', 'it', 'pt'] as const;
export type LearnedLanguage = (typeof LEARNED_LANGUAGES)[number];

/** With runs of letters: few labelled texts must do for words of many forms. */
export const LEARNED_NGRAMS: NgramSettings = { buckets: 2 ** 14, lettersToo: true };

const LEXICONS: Record<LearnedLanguage, SentimentLexicon> = {
  de: GERMAN,
  es: SPANISH,
  fr: FRENCH,
  it: ITALIAN,
  pt: PORTUGUESE,
};

export interface LearnedModel {
  ngrams: LinearModel;
  confidence: ConfidenceCurve;
}

export const computeLearnedFeatures = (text: string, language: LearnedLanguage): OpinionFeatures =>
  computeOpinionFeatures(text, LEXICONS[language], LEARNED_NGRAMS);
