import { FRENCH } from '../lexicons/french';
import { GERMAN } from '../lexicons/german';
import { ITALIAN } from '../lexicons/italian';
import { PORTUGUESE } from '../lexicons/portuguese';
import { SPANISH } from '../lexicons/spanish';
import type { SentimentLexicon } from '../sentiment-lexicon';
import type { ConfidenceCurve } from './confidence-curve';
import type { NgramSettings } from './hashed-ngrams';
import { blendChances, type Chances, type LinearModel, predictChances } from './linear-model';
import { predictByList } from './list-opinion';
import { computeOpinionFeatures, type OpinionFeatures } from './opinion-features';

/** Languages beside English that a model of lexicon features and n-grams was trained for. */
export type LearnedLanguage = 'de' | 'es' | 'fr' | 'it' | 'pt';

/** With runs of letters: few labelled texts must do for words of many forms. */
export const LEARNED_NGRAMS: NgramSettings = { buckets: 2 ** 14, lettersToo: true };

const LEXICONS: ReadonlyMap<string, SentimentLexicon> = new Map([
  ['de', GERMAN],
  ['es', SPANISH],
  ['fr', FRENCH],
  ['it', ITALIAN],
  ['pt', PORTUGUESE],
]);

export interface LearnedModel {
  ngrams: LinearModel;
  confidence: ConfidenceCurve;
}

/** @throws Error for a language without a lexicon, which no model can have been trained for. */
export function computeLearnedFeatures(text: string, language: string): OpinionFeatures {
  const lexicon = LEXICONS.get(language);
  if (!lexicon) throw new Error(`No lexicon for ${language}`);
  return computeOpinionFeatures(text, lexicon, LEARNED_NGRAMS);
}

/**
 * How much the model counts; the rest is the word list's: the tweets that the model learned from hardly speak of products ("trop
 * cher"), the list does, and of a few words the model knows least. Chosen on French app reviews, French survey comments, composed
 * sentences held out and short plain lines; tweets of the five languages lose a point by it (`docs/decisions/sentiment-blend.md`).
 */
const LEARNED_SHARE = 0.5;
const LEARNED_SHARE_OF_SHORT = 0.3;
/**
 * The same where the list knows no word: tweets hardly hold plain facts and questions, so what is of nobody's opinion in them is read
 * as the mood of its letters ("Der Termin ist am Montag"). What is denied is seldom plain ("Synchronisiert nicht").
 */
const LEARNED_SHARE_OF_SILENT = 0.9;
const LEARNED_SHARE_OF_PLAIN = 0.6;
const SHORT_WORDS = 8;
/** The place of the number of negations among the lexicon features. */
const NEGATIONS = 10;
/** A single mild word of blame (score -.3) is blame more often than not. */
const POWERS = { praise: 0.6, blame: 0.5 };
/** What a list says that knows no word of a text. */
const SILENT: Chances = [0.1, 0.8, 0.1];

/** The opinion of a text in one of these languages. */
export function predictLearned({ ngrams }: Pick<LearnedModel, 'ngrams'>, features: OpinionFeatures): Chances {
  const { words, lexicon, buckets, bucketValue } = features;
  const learned = predictChances(ngrams, [lexicon], buckets, bucketValue);
  const isShort = words.length <= SHORT_WORDS;
  const score = lexicon[0] ?? 0;
  if (score === 0) {
    if (isShort && lexicon[NEGATIONS] !== 0) return learned;
    return blendChances(learned, SILENT, isShort ? LEARNED_SHARE_OF_PLAIN : LEARNED_SHARE_OF_SILENT);
  }
  return blendChances(
    learned,
    predictByList(score, POWERS),
    isShort ? LEARNED_SHARE_OF_SHORT : LEARNED_SHARE,
  );
}
