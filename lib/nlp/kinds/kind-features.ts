import { foldText } from '../fold';
import { FAULT, QUESTION_START, REQUEST } from '../kind-words';
import { computeEnglishFeatures, ENGLISH_NGRAMS } from '../polarity/english-model';
import { computeLearnedFeatures, LEARNED_NGRAMS } from '../polarity/learned-language';
import type { OpinionFeatures } from '../polarity/opinion-features';

/** Languages whose statements people have labelled as problem or request, in data under open licences. */
export const kindLanguages = ['en', 'fr'] as const;
export type KindLanguage = (typeof kindLanguages)[number];

/** How many n-grams a model of the language tells apart. */
export const KIND_BUCKETS: Record<KindLanguage, number> = {
  en: ENGLISH_NGRAMS.buckets,
  fr: LEARNED_NGRAMS.buckets,
};

export interface KindFeatures extends Pick<OpinionFeatures, 'buckets' | 'bucketValue'> {
  /** What the lexicon says of the opinion, then what the rules find. */
  dense: Float64Array;
}

const READ_LENGTH = 1000;
const LONG_WORDS = 30;

/** What a model of kinds reads of a text: the features of its sentiment, what the rules find in it, and its length. */
export function computeKindFeatures(text: string, language: KindLanguage): KindFeatures {
  const { words, lexicon, buckets, bucketValue } =
    language === 'en' ? computeEnglishFeatures(text) : computeLearnedFeatures(text, language);
  const folded = foldText(text.slice(0, READ_LENGTH)).trim();
  const cues = [REQUEST, FAULT, QUESTION_START, /\?/].map((pattern) => (pattern.test(folded) ? 1 : 0));
  const length = words.length / (words.length + LONG_WORDS);
  return { dense: Float64Array.of(...lexicon, ...cues, length), buckets, bucketValue };
}
