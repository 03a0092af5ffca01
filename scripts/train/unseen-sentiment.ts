import type { Encoder } from '@/lib/nlp/encoder/encoder';
import { getWordVectors } from '@/lib/nlp/encoder/word-vectors';
import type { KindLanguage } from '@/lib/nlp/kinds/kind-features';
import { computeEnglishFeatures, predictEnglish } from '@/lib/nlp/polarity/english-model';
import { judgeFast } from '@/lib/nlp/polarity/judge-sentiment';
import { computeLearnedFeatures, predictLearned } from '@/lib/nlp/polarity/learned-language';
import type { Chances } from '@/lib/nlp/polarity/linear-model';
import type { Sentiment, SentimentLabel } from '@/lib/nlp/sentiment';
import { readOpenTexts, readTweets } from './labelled-texts';
import { trainWithout } from './leave-out';
import { readExamples } from './train-english';
import type { SentimentLabelOf } from './train-kinds';
import { trainLearnedLanguage } from './train-learned-language';

const LABELS: readonly SentimentLabel[] = ['negative', 'neutral', 'positive'];

/**
 * Sentiment as it reads app reviews that it has not seen: English in the fast lane, trained without them. The French model
 * saw the stars of its app reviews, a fifth as strongly as tweets, so what is measured with it flatters a little.
 */
export async function openUnseenSentiment(encoder: Encoder): Promise<Record<KindLanguage, SentimentLabelOf>> {
  const examples = await readExamples(readOpenTexts(), encoder, () => {});
  const [outsider] = trainWithout(examples, [['app reviews (Maalej)', 'app reviews (MiniBAR)']]);
  if (!outsider) throw new Error('There is nothing to train on');
  return {
    en: (text) => {
      const features = computeEnglishFeatures(text);
      return labelOf(predictEnglish(outsider.model, features, getWordVectors().embed(features.words), null));
    },
    fr: (text) => judgeFast({ text, language: 'fr' }),
  };
}

/** Sentiment of French that learned from tweets alone, as that of German, Spanish, Italian and Portuguese did. */
export function readFrenchByTweets(): SentimentLabelOf {
  const { model } = trainLearnedLanguage('fr', readTweets('french'), []);
  return (text) => labelOf(predictLearned(model, computeLearnedFeatures(text, 'fr')));
}

const labelOf = (chances: Chances): Pick<Sentiment, 'label'> => ({
  label: LABELS[chances.indexOf(Math.max(...chances))] ?? 'neutral',
});
