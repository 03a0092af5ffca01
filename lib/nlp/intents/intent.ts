import type { TextSpan } from '../offsets';

/** What a statement announces beside its opinion: that the customer may leave, that it was laborious, that it is pressing. */
export const intentNames = ['churn', 'effort', 'urgency'] as const;
export type IntentName = (typeof intentNames)[number];

/** An intent with the words that show it. */
export interface Intent extends TextSpan {
  intent: IntentName;
  /** How likely it is meant, 0..1: the lower end of what finds of its group of patterns were worth where they were judged. */
  confidence: number;
}

/** The patterns of one language. All match folded text: lower case, no accents, plain apostrophes. */
export interface IntentPatterns {
  /** At the end of the words before a match: it is denied, or is said of somebody else. */
  denied: RegExp;
  /** At the end of the words before a sign of urgency: it was met already, "they answered at once". */
  done: RegExp;
  /** Words that hardly ever mean anything else. */
  clear: Readonly<Record<IntentName, RegExp>>;
  /** Words that mean it more often than not. */
  likely: Readonly<Record<IntentName, RegExp>>;
}

/** A pattern that finds every place of any of the alternatives, as whole words. */
export const anyPlace = (alternatives: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'gu');

/** A pattern for the end of the words before a match: one of `words`, then at most `reach` others that are not `breaks`. */
export const endsWithin = (words: string, reach: number, breaks: string): RegExp =>
  new RegExp(`(?<![\\p{L}])(?:${words})(?: (?!(?:${breaks}) )[\\p{L}']+){0,${reach}} $`, 'u');
