import type { ConfidenceCurve } from './confidence-curve';
import type { EnglishModel } from './english-model';
import type { LearnedLanguage, LearnedModel } from './learned-language';
import { type PackedLinearModel, packLinearModel, unpackLinearModel } from './linear-model';

/** The files of weights as they lie in `weights/`. */
export interface PackedEnglishModel {
  ngrams: PackedLinearModel;
  encoder: PackedLinearModel;
  words: PackedLinearModel;
  confidence: { full: ConfidenceCurve; fast: ConfidenceCurve };
}

export interface PackedTweetModels {
  english: PackedEnglishModel;
  languages: Partial<Record<LearnedLanguage, { ngrams: PackedLinearModel; confidence: ConfidenceCurve }>>;
}

/** What rests on the multilingual tweets, and can be left out. */
export interface TweetModels {
  english: EnglishModel;
  /** By ISO 639-1. */
  languages: ReadonlyMap<string, LearnedModel>;
}

export const packEnglishModel = ({
  ngrams,
  encoder,
  words,
  confidence,
}: EnglishModel): PackedEnglishModel => ({
  ngrams: packLinearModel(ngrams),
  encoder: packLinearModel(encoder),
  words: packLinearModel(words),
  confidence,
});

export const unpackEnglishModel = ({
  ngrams,
  encoder,
  words,
  confidence,
}: PackedEnglishModel): EnglishModel => ({
  ngrams: unpackLinearModel(ngrams),
  encoder: unpackLinearModel(encoder),
  words: unpackLinearModel(words),
  confidence,
});

export const packTweetModels = (
  english: EnglishModel,
  languages: Partial<Record<LearnedLanguage, LearnedModel>>,
): PackedTweetModels => ({
  english: packEnglishModel(english),
  languages: Object.fromEntries(
    Object.entries(languages).map(([language, { ngrams, confidence }]) => [
      language,
      { ngrams: packLinearModel(ngrams), confidence },
    ]),
  ),
});

export const unpackTweetModels = ({ english, languages }: PackedTweetModels): TweetModels => ({
  english: unpackEnglishModel(english),
  languages: new Map(
    Object.entries(languages).map(([language, { ngrams, confidence }]) => [
      language,
      { ngrams: unpackLinearModel(ngrams), confidence },
    ]),
  ),
});
