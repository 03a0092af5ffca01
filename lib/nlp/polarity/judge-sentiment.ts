import { type SentimentAdapter, shiftChances } from '../adaptation/sentiment-adapter';
import type { Encoder } from '../encoder/encoder';
import { getWordVectors } from '../encoder/word-vectors';
import { findSignsAlone, holdsNoOpinion, isReadByModel, readMark } from '../kind';
import { scoreSentiment } from '../lexicon-sentiment';
import { keepSaid } from '../machine-text';
import type { Sentiment, SentimentLabel, Statement } from '../sentiment';
import { type ConfidenceCurve, readConfidence } from './confidence-curve';
import { computeEnglishFeatures, predictEnglish } from './english-model';
import { computeLearnedFeatures, predictLearned } from './learned-language';
import type { Chances } from './linear-model';
import { getEnglishModel, getLearnedModels } from './models';

const LABELS: readonly SentimentLabel[] = ['negative', 'neutral', 'positive'];

/**
 * Of "n/a" and "ok". Measured on all files whose labels are of the words alone and know neutral (rated product, film and editorial
 * sentences and tweets, tweets of six languages; `scripts/train/count-no-opinion.ts`): of 36,681 texts 16 are taken to hold no opinion, and 9
 * of them are labelled neutral, 56 %. So few prove little: this is the lower end of the 95 % interval (Wilson), .33 to .77. "Yes." and "!"
 * are what was felt in others.
 */
export const NO_OPINION_CONFIDENCE = 0.33;
const NO_OPINION: Sentiment = { label: 'neutral', score: 0, confidence: NO_OPINION_CONFIDENCE };

/**
 * Judges statements in the full lane: English with the sentence encoder, other languages as in the fast lane. The same
 * statement gets the same judgement in any company.
 *
 * @param adapter of the workspace, trained in this lane; null reads as bundled
 */
export async function judgeWithEncoder(
  statements: readonly Statement[],
  encoder: Encoder,
  adapter: SentimentAdapter | null = null,
): Promise<Sentiment[]> {
  const vectors = await encodeStatements(statements, encoder);
  return statements.map((statement, index) => judgeEncoded(statement, vectors[index] ?? null, adapter));
}

/** The encoder's vectors of the statements that it can read: English that says something. Null for others. */
export async function encodeStatements(
  statements: readonly Statement[],
  encoder: Encoder,
): Promise<(Float32Array | null)[]> {
  const readable = statements.map(({ text, language }) => {
    const said = keepSaid(text);
    return isEnglish(said, language) && isReadByModel(said) ? said : null;
  });
  const texts = [...new Set(readable)].filter((text) => text !== null);
  const vectors = await encoder.encode(texts);
  const vectorOf = new Map(texts.map((text, index) => [text, vectors[index]]));
  return readable.map((text) => (text === null ? null : (vectorOf.get(text) ?? null)));
}

/**
 * Judges a statement in the full lane.
 *
 * @param vector of {@link encodeStatements}
 */
export const judgeEncoded = (
  statement: Statement,
  vector: Float32Array | null,
  adapter: SentimentAdapter | null,
): Sentiment =>
  vector ? judgeEnglish(statement.text, 'full', vector, adapter) : judgeByWords(statement, adapter);

/**
 * Judges a statement in the fast lane, which needs no native part: English by word vectors, n-grams and lexicon; German,
 * Spanish, French, Italian and Portuguese by n-grams and lexicon. A text in which nothing can carry an
 * opinion is neutral; where only emoji can, they decide.
 */
export const judgeFast = (statement: Statement): Sentiment => judgeByWords(statement, null);

/** As {@link judgeFast}, with the workspace's own model where there is one. */
export function judgeByWords(
  { text: written, language }: Statement,
  adapter: SentimentAdapter | null,
): Sentiment {
  const text = keepSaid(written);
  const mark = readMark(text);
  if (mark !== null) return mark;
  if (holdsNoOpinion(text)) return NO_OPINION;
  const signs = findSignsAlone(text);
  if (signs !== null) return scoreSentiment(signs, null);
  if (isEnglish(text, language)) return judgeEnglish(text, 'fast', null, adapter);
  return judgeOther(text, language ?? UNDETERMINED, adapter);
}

/** ISO 639-2 for a text whose language is not known. */
const UNDETERMINED = 'und';
const LATIN = /\p{Script=Latin}/u;
const OTHER_LETTERS = /\p{L}/u;

/** A text too short to tell its language is read as English, but not one in letters that English does not have. */
function isEnglish(text: string, language: string | null): boolean {
  if (language !== null) return language === 'en';
  return LATIN.test(text) || !OTHER_LETTERS.test(text);
}

function judgeEnglish(
  text: string,
  lane: 'full' | 'fast',
  encoded: Float32Array | null,
  adapter: SentimentAdapter | null,
): Sentiment {
  const model = getEnglishModel();
  const features = computeEnglishFeatures(text);
  const wordVector = getWordVectors().embed(features.words);
  const chances = predictEnglish(model, features, wordVector, encoded);
  const own = adapter?.languages.get('en');
  return toSentiment(
    own?.shift ? shiftChances(own.shift, chances, features, encoded ?? wordVector) : chances,
    own?.confidence ?? model.confidence[lane],
  );
}

function judgeOther(text: string, language: string, adapter: SentimentAdapter | null): Sentiment {
  const model = getLearnedModels().get(language);
  // Without the learned weights the hand-written lexicons remain, and say what they do not support.
  if (!model) return scoreSentiment(text, language);
  const features = computeLearnedFeatures(text, language);
  const chances = predictLearned(model, features);
  const own = adapter?.languages.get(language);
  return toSentiment(
    own?.shift ? shiftChances(own.shift, chances, features, null) : chances,
    own?.confidence ?? model.confidence,
  );
}

function toSentiment(chances: Chances, confidence: ConfidenceCurve): Sentiment {
  const [negative, , positive] = chances;
  const chance = Math.max(...chances);
  return {
    label: LABELS[chances.indexOf(chance)] ?? 'neutral',
    score: positive - negative,
    confidence: readConfidence(confidence, chance),
  };
}
