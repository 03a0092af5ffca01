import type { SentenceVector } from '../encoder/sentence-vector';

/**
 * A sentence or clause to find themes in. `language` is an ISO 639-1 code, null when nobody has said. Segments of one
 * comment share its `commentId`: what stands beside a sentence tells what it is about. `vector` is what it means by the sentence
 * encoder, where that is known.
 */
export type ThemeSegment = {
  id: string;
  text: string;
  language: string | null;
  commentId?: string;
  vector?: SentenceVector | null;
};

/** What decides whether a text is of a theme: a logistic regression on its words and its vectors. */
export type ThemeScorer = {
  constant: number;
  /** Weights of the terms (stems, and pairs of them) that matter most. */
  terms: [term: string, weight: number][];
  /**
   * Weights of the vector by word vectors, then of the sentence vector where that is looked at, as bytes (Int8Array) in
   * base64; each times `meaningScale`. Empty where there are none.
   */
  meaning: string;
  meaningScale: number;
};

export type Theme = {
  /** Hash of the theme's leading terms: the same subject keeps its key from one discovery to the next. */
  key: string;
  /** A short readable name, unique within the model. */
  name: string;
  /** Up to eight words as people write them, weightiest first. */
  keywords: string[];
  /** Segments of the discovery corpus that got this theme. */
  size: number;
  /** The theme's leading terms (stems, and pairs of stems) with their weights; a vector of length 1. */
  centroid: [term: string, weight: number][];
  /** Ids of the most typical segments, most typical first. */
  exampleIds: string[];
  /** Absent where the theme was not trained: it is judged by the cosine with its centroid. */
  scorer?: ThemeScorer | undefined;
  /** What judges texts whose sentence vector is known; absent where the discovery had no sentence encoder. */
  sentenceScorer?: ThemeScorer | undefined;
};

/** What a discovery found of a theme, without its name and where it is spoken of. */
export type FoundTheme = Pick<Theme, 'centroid' | 'scorer' | 'sentenceScorer'>;

/** A narrower subject within a theme. */
export type Subtheme = Theme & { parentKey: string };

export type ThemeThresholds = {
  /** Assignments below this confidence are not made. */
  minConfidence: number;
  /**
   * Logistic weights that make a confidence of a scorer's score and of its lead over the next theme (difference of chances,
   * -1..1), fitted on texts held out when the themes were found.
   */
  confidenceWeights: [constant: number, score: number, lead: number];
  /** The same of scores that look at sentence vectors; absent where there are none. */
  sentenceConfidenceWeights?: [constant: number, score: number, lead: number] | undefined;
};

/** Everything needed to assign themes later, as plain JSON. */
export type ThemeModel = {
  version: string;
  /** Inverse document frequency of every known term. */
  vocabulary: Record<string, number>;
  themes: Theme[];
  /** Of a theme that has any there are at least two; a text of a theme need not be of one of its sub-themes. */
  subthemes?: Subtheme[] | undefined;
  thresholds: ThemeThresholds;
};

export const THEME_MODEL_VERSION = 'joined-louvain-1';
