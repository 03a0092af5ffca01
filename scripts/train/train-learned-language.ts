import {
  computeLearnedFeatures,
  LEARNED_NGRAMS,
  type LearnedLanguage,
  type LearnedModel,
  predictLearned,
} from '@/lib/nlp/polarity/learned-language';
import type { LinearModel } from '@/lib/nlp/polarity/linear-model';
import type { OpinionFeatures } from '@/lib/nlp/polarity/opinion-features';
import { fitConfidence, type Judgement } from '@/lib/nlp/training/fit-confidence';
import { readComposedTexts } from './composed-texts';
import type { LabelledText, SetName } from './labelled-texts';
import { balance, fitNgrams } from './train-english';

const FOLDS = 5;

/** What a model trained on the other folds said of each tweet. */
export interface HeldOut {
  truth: number[];
  predicted: number[];
}

/**
 * Trains one language on its tweets, the feedback composed for it and more texts of it, and measures it on the tweets by five
 * folds: every fifth tweet is judged by a model that saw none of them.
 */
export function trainLearnedLanguage(
  language: LearnedLanguage,
  tweets: readonly LabelledText[],
  more: readonly LabelledText[],
): { model: LearnedModel; heldOut: HeldOut } {
  const read = (texts: readonly LabelledText[]) =>
    texts.map((labelled) => ({ ...labelled, features: computeLearnedFeatures(labelled.text, language) }));
  const composed = readComposedTexts(language).map((one) => ({ ...one, set: 'composed feedback' as const }));
  const [tweetRows, moreRows] = [read(tweets), read([...composed, ...more])];
  const judgements: Judgement[] = [];
  const heldOut: HeldOut = { truth: [], predicted: [] };
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fit([...tweetRows.filter((_, index) => index % FOLDS !== fold), ...moreRows]);
    for (const { features, label } of tweetRows.filter((_, index) => index % FOLDS === fold)) {
      const chances = predictLearned({ ngrams: model }, features);
      const chance = Math.max(...chances);
      const predicted = chances.indexOf(chance);
      heldOut.truth.push(label);
      heldOut.predicted.push(predicted);
      judgements.push({ chance, isRight: predicted === label, weight: 1 });
    }
  }
  return {
    model: { ngrams: fit([...tweetRows, ...moreRows]), confidence: fitConfidence(judgements) },
    heldOut,
  };
}

/** Beside tweets, other texts count this much each. */
const MORE_WEIGHT = 0.2;
/** Of composed feedback more reads plain complaints and praise better, and costs macro-F1 on tweets: a point at 1, none at .3. */
const WEIGHTS: Partial<Record<SetName, number>> = { 'XLM-T en': 1, 'composed feedback': 0.4 };
const LEXICON_STRENGTH = 4;

function fit(rows: readonly (LabelledText & { features: OpinionFeatures })[]): LinearModel {
  const targets = Float32Array.from(rows.flatMap(({ target }) => target));
  const weights = balance(
    rows.map(({ set }) => WEIGHTS[set] ?? MORE_WEIGHT),
    targets,
  );
  return fitNgrams(
    rows.map(({ features }) => features),
    targets,
    weights,
    LEARNED_NGRAMS.buckets,
    LEXICON_STRENGTH,
  );
}
