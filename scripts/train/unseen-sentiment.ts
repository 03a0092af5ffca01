import type { Encoder } from '@/lib/nlp/encoder/encoder';
import { getWordVectors } from '@/lib/nlp/encoder/word-vectors';
import type { KindLanguage } from '@/lib/nlp/kinds/kind-features';
import { computeEnglishFeatures, predictEnglish } from '@/lib/nlp/polarity/english-model';
import { judgeFast } from '@/lib/nlp/polarity/judge-sentiment';
import type { SentimentLabel } from '@/lib/nlp/sentiment';
import { readOpenTexts } from './labelled-texts';
import { trainWithout } from './leave-out';
import { readExamples } from './train-english';
import type { SentimentLabelOf } from './train-kinds';

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
      const chances = predictEnglish(outsider.model, features, getWordVectors().embed(features.words), null);
      return { label: LABELS[chances.indexOf(Math.max(...chances))] ?? 'neutral' };
    },
    fr: (text) => judgeFast({ text, language: 'fr' }),
  };
}
