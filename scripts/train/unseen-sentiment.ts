import { getWordVectors } from '@/lib/nlp/encoder/word-vectors';
import type { KindLanguage } from '@/lib/nlp/kinds/kind-features';
import { scoreSentiment } from '@/lib/nlp/lexicon-sentiment';
import { computeEnglishFeatures, predictEnglish } from '@/lib/nlp/polarity/english-model';
import type { Chances } from '@/lib/nlp/polarity/linear-model';
import type { Sentiment, SentimentLabel } from '@/lib/nlp/sentiment';
import { trainWithout } from './leave-out';
import type { Example } from './train-english';
import type { SentimentLabelOf } from './train-kinds';

const LABELS: readonly SentimentLabel[] = ['negative', 'neutral', 'positive'];

/**
 * Sentiment as it reads app reviews that it has not seen, learned from texts under open licences alone: English in the fast lane,
 * trained without them; French by its word list, which is what reads it where the weights learned from tweets were left out.
 *
 * @param open texts under open licences
 */
export function openUnseenSentiment(open: readonly Example[]): Record<KindLanguage, SentimentLabelOf> {
  const [outsider] = trainWithout(open, [['app reviews (Maalej)', 'app reviews (MiniBAR)']]);
  if (!outsider) throw new Error('There is nothing to train on');
  return {
    en: (text) => {
      const features = computeEnglishFeatures(text);
      return labelOf(predictEnglish(outsider.model, features, getWordVectors().embed(features.words), null));
    },
    fr: (text) => scoreSentiment(text, 'fr'),
  };
}

const labelOf = (chances: Chances): Pick<Sentiment, 'label'> => ({
  label: LABELS[chances.indexOf(Math.max(...chances))] ?? 'neutral',
});
