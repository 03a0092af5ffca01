/**
 * A sentence or clause to find themes in. `language` is an ISO 639-1 code, null when nobody has said. Segments of one
 * comment share its `commentId`: what stands beside a sentence tells what it is about.
 */
export type ThemeSegment = { id: string; text: string; language: string | null; commentId?: string };

export type Theme = {
  /** Hash of the theme's leading terms: the same subject keeps its key from one discovery to the next. */
  key: string;
  /** A short readable name, unique within the model. */
  name: string;
  /** Up to eight words as people write them, weightiest first. */
  keywords: string[];
  /** Segments of the discovery corpus whose first theme this is. */
  size: number;
  /** The theme's leading terms (stems) with their weights; a vector of length 1. */
  centroid: [term: string, weight: number][];
  /** Ids of the most typical segments, most typical first. */
  exampleIds: string[];
};

/** How a segment's likeness to a theme becomes a confidence: a logistic curve fitted when the themes were found. */
export type ThemeThresholds = {
  /** Assignments below this confidence are not made. */
  minConfidence: number;
  /** Logistic weights: constant, cosine with the theme, lead over the next theme (0..1). */
  confidenceWeights: [constant: number, cosine: number, lead: number];
};

/** Everything needed to assign themes later, as plain JSON. */
export type ThemeModel = {
  version: string;
  /** Inverse document frequency of every known term. */
  vocabulary: Record<string, number>;
  themes: Theme[];
  thresholds: ThemeThresholds;
};

export const THEME_MODEL_VERSION = 'tfidf-louvain-2';
