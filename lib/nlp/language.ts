import { eld } from 'eld/medium';

export interface DetectedLanguage {
  /** ISO 639-1, or null where the text is too short or has no letters. */
  language: string | null;
  /** How likely the language is right, 0..1; 0 when it is null. */
  confidence: number;
}

/** Below this many letters a word belongs to too many languages. */
const MIN_LETTERS = 3;
/** Below this, a guess is wrong as often as not. */
const MIN_CONFIDENCE = 0.5;
/** The detector reads no further, so neither does the letter count. */
const READ_LENGTH = 1000;

/**
 * Chance of being right by the lead of the first language over the second and the amount of text: a logistic curve
 * fitted on 11,453 snippets of one to all words in 26 languages (Lingua's test sentences, Apache-2.0). Right there: 75 %
 * of single words, 92 % of three words, 95 % of five, 99 % of sentences.
 */
const INTERCEPT = -1.657;
const LEAD_WEIGHT = 6.282;
const LOG_LETTERS_WEIGHT = 0.857;

/** The detector's score s is n / (n + 25) of an evidence n; only evidence can be compared as a ratio. */
const toEvidence = (score: number): number => score / (1 - score);

/** Detects the language of a text with ELD (60 languages, from its n-grams). Deterministic and without state. */
export function detectLanguage(text: string): DetectedLanguage {
  const read = text.slice(0, READ_LENGTH);
  const letters = read.match(/\p{L}/gu)?.length ?? 0;
  if (letters < MIN_LETTERS) return { language: null, confidence: 0 };
  const result = eld.detect(read);
  const [first, second] = Object.values(result.getScores());
  if (first === undefined) return { language: null, confidence: 0 };
  const lead = 1 - (second === undefined ? 0 : toEvidence(second)) / toEvidence(first);
  const logit = INTERCEPT + LEAD_WEIGHT * lead + LOG_LETTERS_WEIGHT * Math.log(letters);
  const confidence = 1 / (1 + Math.exp(-logit));
  if (confidence < MIN_CONFIDENCE) return { language: null, confidence: 0 };
  return { language: result.language === 'nb' ? 'no' : result.language, confidence };
}
