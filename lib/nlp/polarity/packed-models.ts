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

export type PackedLearnedModels = Partial<
  Record<LearnedLanguage, { ngrams: PackedLinearModel; confidence: ConfidenceCurve }>
>;

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

export const packLearnedModels = (
  models: Partial<Record<LearnedLanguage, LearnedModel>>,
): PackedLearnedModels =>
  Object.fromEntries(
    Object.entries(models).map(([language, { ngrams, confidence }]) => [
      language,
      { ngrams: packLinearModel(ngrams), confidence },
    ]),
  );

export const unpackLearnedModels = (packed: PackedLearnedModels): ReadonlyMap<string, LearnedModel> =>
  new Map(
    Object.entries(packed).map(([language, { ngrams, confidence }]) => [
      language,
      { ngrams: unpackLinearModel(ngrams), confidence },
    ]),
  );
