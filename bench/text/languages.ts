import { scoreSentiment } from '@/lib/nlp/lexicon-sentiment';
import type { LearnedLanguage } from '@/lib/nlp/polarity/learned-language';
import { measureMacroF1 } from '@/lib/nlp/testing/measure-labels';
import { readFrenchTexts, readTweets } from '@/scripts/train/labelled-texts';
import { trainLearnedLanguage } from '@/scripts/train/train-learned-language';

const FILES: [language: LearnedLanguage, file: string][] = [
  ['de', 'german'],
  ['es', 'spanish'],
  ['fr', 'french'],
  ['it', 'italian'],
  ['pt', 'portuguese'],
];
const LABELS = ['negative', 'neutral', 'positive'];

export interface LanguageQuality {
  language: string;
  texts: number;
  /** Macro-F1 of the hand-written lexicon, null where there is none. */
  lexicon: number | null;
  /** Macro-F1 on tweets held out. */
  ours: number;
}

/** Languages beside English, on tweets that the judging model has not seen. */
export function* measureLanguages(): Generator<LanguageQuality> {
  for (const [language, file] of FILES) {
    const tweets = readTweets(file);
    const truth = tweets.map(({ label }) => LABELS[label] ?? '');
    const labels = tweets.map(({ text }) => scoreSentiment(text, language).label);
    const { heldOut } = trainLearnedLanguage(language, tweets, language === 'fr' ? readFrenchTexts() : []);
    yield {
      language,
      texts: tweets.length,
      lexicon: labels.includes('unsupported') ? null : measureMacroF1(truth, labels),
      ours: measureMacroF1(heldOut.truth.map(String), heldOut.predicted.map(String)),
    };
  }
}
