import { scoreSentiment } from '@/lib/nlp/lexicon-sentiment';
import { judgeFast } from '@/lib/nlp/polarity/judge-sentiment';
import {
  computeLearnedFeatures,
  type LearnedLanguage,
  predictLearned,
} from '@/lib/nlp/polarity/learned-language';
import type { Chances } from '@/lib/nlp/polarity/linear-model';
import { type LabelledText, readFrenchTexts, readTweets } from '@/scripts/train/labelled-texts';
import { trainLearnedLanguage } from '@/scripts/train/train-learned-language';
import type { Judge, Verdict } from './peers';
import { measureQuality, type Quality } from './quality';

const FILES: [language: LearnedLanguage, file: string][] = [
  ['de', 'german'],
  ['es', 'spanish'],
  ['fr', 'french'],
  ['it', 'italian'],
  ['pt', 'portuguese'],
];
const LABELS = ['negative', 'neutral', 'positive'];

export interface LanguageQuality {
  texts: string;
  number: number;
  /** In the order of the peers, which know English alone. */
  peers: Quality[];
  /** Of the hand-written lexicon, null where there is none. */
  lexicon: Quality | null;
  /** With the texts left out of training: tweets by five folds, app reviews by a model of tweets. */
  ours: Quality;
}

/** Languages beside English, on texts that the judging model has not seen. */
export function* measureLanguages(peers: ReadonlyMap<string, Judge>): Generator<LanguageQuality> {
  for (const [language, file] of FILES) {
    const tweets = readTweets(file);
    const reviews = language === 'fr' ? readFrenchTexts() : [];
    const { heldOut } = trainLearnedLanguage(language, tweets, reviews);
    yield {
      ...measureOthers(`tweets, ${language}`, language, tweets, peers),
      ours: measureQuality(
        heldOut.truth,
        heldOut.predicted.map((label) => ({ label, score: label - 1 })),
      ),
    };
    if (reviews.length === 0) continue;
    const { model } = trainLearnedLanguage(language, tweets, []);
    yield {
      ...measureOthers(`app reviews (MiniBAR), ${language}`, language, reviews, peers),
      ours: measureQuality(
        reviews.map(({ label }) => label),
        reviews.map(({ text }) => toVerdict(predictLearned(model, computeLearnedFeatures(text, language)))),
      ),
    };
  }
}

const OTHER_FILES: [language: string, file: string][] = [
  ['ar', 'arabic'],
  ['hi', 'hindi'],
];

/** Labelled languages that are not read: how many of their texts are answered so, rather than guessed. */
export const countUnsupported = (): { texts: string; number: number; unsupported: number }[] =>
  OTHER_FILES.map(([language, file]) => {
    const tweets = readTweets(file);
    const judged = tweets.map(({ text }) => judgeFast({ text, language }).label);
    return {
      texts: `tweets, ${language}`,
      number: tweets.length,
      unsupported: judged.filter((label) => label === 'unsupported').length,
    };
  });

function measureOthers(
  name: string,
  language: string,
  texts: readonly LabelledText[],
  peers: ReadonlyMap<string, Judge>,
): Omit<LanguageQuality, 'ours'> {
  const truth = texts.map(({ label }) => label);
  const listed = texts.map(({ text }) => scoreSentiment(text, language));
  const isListed = !listed.some(({ label }) => label === 'unsupported');
  return {
    texts: name,
    number: texts.length,
    peers: [...peers.values()].map((judge) =>
      measureQuality(
        truth,
        texts.map(({ text }) => judge(text)),
      ),
    ),
    lexicon: isListed
      ? measureQuality(
          truth,
          listed.map(({ label, score }) => ({ label: LABELS.indexOf(label), score })),
        )
      : null,
  };
}

const toVerdict = (chances: Chances): Verdict => ({
  label: chances.indexOf(Math.max(...chances)),
  score: chances[2] - chances[0],
});
