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

/** Composed sentences of one predicate lie side by side; about this many of them are held out together. */
const COMPOSED_TOGETHER = 6;

/**
 * Trains one language on its tweets, the feedback composed for it and more texts of it, and measures it on the tweets by five
 * folds: every fifth tweet and every fifth predicate of composed feedback are judged by a model that saw none of them. Both kinds count
 * alike in the confidence: what comes is as likely to be like the one as like the other.
 */
export function trainLearnedLanguage(
  language: LearnedLanguage,
  tweets: readonly LabelledText[],
  more: readonly LabelledText[],
): { model: LearnedModel; heldOut: HeldOut } {
  const read = (texts: readonly LabelledText[]) =>
    texts.map((labelled) => ({ ...labelled, features: computeLearnedFeatures(labelled.text, language) }));
  const tweetRows = read(tweets);
  const composedRows = read(
    readComposedTexts(language).map((one) => ({ ...one, set: 'composed feedback' as const })),
  );
  const moreRows = read(more);
  const judgements: Judgement[] = [];
  const heldOut: HeldOut = { truth: [], predicted: [] };
  const isIn = (fold: number) => (_: unknown, index: number) => index % FOLDS === fold;
  const isComposedIn = (fold: number) => (_: unknown, index: number) =>
    Math.floor(index / COMPOSED_TOGETHER) % FOLDS === fold;
  for (let fold = 0; fold < FOLDS; fold++) {
    const [isTweet, isComposed] = [isIn(fold), isComposedIn(fold)];
    const model = fit([
      ...tweetRows.filter((row, index) => !isTweet(row, index)),
      ...composedRows.filter((row, index) => !isComposed(row, index)),
      ...moreRows,
    ]);
    const judge = (rows: typeof tweetRows, weight: number) =>
      rows.map(({ features, label }) => {
        const chances = predictLearned({ ngrams: model }, features);
        const chance = Math.max(...chances);
        const predicted = chances.indexOf(chance);
        judgements.push({ chance, isRight: predicted === label, weight });
        return { label, predicted };
      });
    for (const { label, predicted } of judge(tweetRows.filter(isTweet), 1 / tweetRows.length)) {
      heldOut.truth.push(label);
      heldOut.predicted.push(predicted);
    }
    judge(composedRows.filter(isComposed), 1 / composedRows.length);
  }
  return {
    model: {
      ngrams: fit([...tweetRows, ...composedRows, ...moreRows]),
      confidence: fitConfidence(judgements),
    },
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
