import type { Encoder } from '../encoder/encoder';
import { getWordVectors } from '../encoder/word-vectors';
import { isReadByModel } from '../kind';
import { keepSaid } from '../machine-text';
import { computeEnglishFeatures, type EnglishModel, predictEnglish } from '../polarity/english-model';
import { computeLearnedFeatures, type LearnedModel, predictLearned } from '../polarity/learned-language';
import type { Chances } from '../polarity/linear-model';
import { getEnglishModel, getLearnedModels } from '../polarity/models';
import type { OpinionFeatures } from '../polarity/opinion-features';
import type { SentimentLabel } from '../sentiment';

/** The order of chances. */
export const LABELS: readonly SentimentLabel[] = ['negative', 'neutral', 'positive'];

/** A text of a workspace of which something is known beside its words. */
export interface AdaptationText {
  text: string;
  /** ISO 639-1; null reads as English. */
  language: string | null;
  /** Texts of one person or comment: never both learned from and judged. */
  group: string;
  /** What is known: a person's label, or the pole of a rating that stands beside the text. */
  known:
    | { by: 'label'; label: SentimentLabel; isRandom: boolean }
    | { by: 'rating'; label: 'negative' | 'positive' };
}

/** A text with all that the models read of it. */
export interface AdaptationExample extends AdaptationText {
  features: OpinionFeatures;
  /** Null for languages that have none. */
  vector: Float32Array | null;
  bundled: Chances;
}

export const languageOf = ({ language }: Pick<AdaptationText, 'language'>): string => language ?? 'en';

/** The bundled models that opinions are shifted from. */
export interface BundledModels {
  english: Omit<EnglishModel, 'confidence'>;
  learned: ReadonlyMap<string, Pick<LearnedModel, 'ngrams'>>;
}

const BATCH = 256;

/**
 * Reads texts as the engine of this lane does. Left out are those that decline to answer, which no model reads, and
 * languages without a trained model.
 *
 * @param encoder null in the fast lane
 * @param onProgress told how many texts are read
 */
export async function readExamples(
  texts: readonly AdaptationText[],
  encoder: Encoder | null,
  onProgress: (done: number) => void = () => {},
  { english, learned }: BundledModels = { english: getEnglishModel(), learned: getLearnedModels() },
): Promise<AdaptationExample[]> {
  const examples: AdaptationExample[] = [];
  for (let from = 0; from < texts.length; from += BATCH) {
    const batch = texts.slice(from, from + BATCH).filter(({ text }) => isReadByModel(text));
    const ofEnglish = batch.filter((text) => languageOf(text) === 'en');
    const encoded = encoder ? await encoder.encode(ofEnglish.map(({ text }) => keepSaid(text))) : null;
    for (const [index, text] of ofEnglish.entries()) {
      const features = computeEnglishFeatures(text.text);
      const wordVector = getWordVectors().embed(features.words);
      const vector = encoded?.[index] ?? null;
      const bundled = predictEnglish(english, features, wordVector, vector);
      examples.push({ ...text, features, vector: vector ?? wordVector, bundled });
    }
    for (const text of batch) {
      const model = learned.get(languageOf(text));
      if (!model) continue;
      const features = computeLearnedFeatures(text.text, languageOf(text));
      examples.push({ ...text, features, vector: null, bundled: predictLearned(model, features) });
    }
    onProgress(Math.min(texts.length, from + BATCH));
  }
  return examples;
}
