import { type KindReading, readForKind } from '../kind';
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

const LONG_WORDS = 30;

/** What a model of kinds reads of a text: the features of its sentiment, what the rules find in it, and its length. */
export function computeKindFeatures(
  text: string,
  language: KindLanguage,
  { folded, cues }: Pick<KindReading, 'folded' | 'cues'> = readForKind(text),
): KindFeatures {
  const { words, lexicon, buckets, bucketValue } =
    language === 'en' ? computeEnglishFeatures(text) : computeLearnedFeatures(text, language);
  const found = [cues.asks, cues.reportsFault, cues.startsAsQuestion, folded.includes('?')];
  const dense = new Float64Array(lexicon.length + found.length + 1);
  dense.set(lexicon);
  for (const [at, isThere] of found.entries()) dense[lexicon.length + at] = isThere ? 1 : 0;
  dense[dense.length - 1] = words.length / (words.length + LONG_WORDS);
  return { dense, buckets, bucketValue };
}
