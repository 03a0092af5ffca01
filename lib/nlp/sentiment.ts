export type SentimentLabel = 'negative' | 'neutral' | 'positive';

export interface Sentiment {
  /** `unsupported` where the language is not one the engine was measured on: then score and confidence are 0. */
  label: SentimentLabel | 'unsupported';
  /** -1 (worst) to 1 (best). */
  score: number;
  /** How likely the label is right, 0..1. */
  confidence: number;
}

/** A text that is judged by itself: a comment, a sentence, the words around an aspect. */
export interface Statement {
  text: string;
  /** ISO 639-1; null reads as English, where its letters are those of English. */
  language: string | null;
}

/** What is said of a language nobody measured. */
export const UNSUPPORTED: Sentiment = { label: 'unsupported', score: 0, confidence: 0 };
