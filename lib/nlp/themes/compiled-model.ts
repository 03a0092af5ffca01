import type { Lane } from '../engine';
import type { ConfidenceWeights } from './confidence';
import { unpackScorer } from './scorers';
import { makeVocabulary, type Vocabulary } from './tfidf';
import { meaningWidth } from './theme-features';
import type { Theme, ThemeModel, ThemeScorer, ThemeThresholds } from './theme-model';

/** What judges texts in one lane: the full one those whose sentence vector is known, the fast one any. */
export type LaneScorer = {
  lane: Lane;
  /** Feature by feature, the themes of one side by side; after the features comes the constant. */
  weights: Float32Array;
  featureCount: number;
  confidenceWeights: ConfidenceWeights;
};

/** A theme or sub-theme by its place in the weights. */
export type ThemeNode = {
  key: string;
  /** Of the theme it is a sub-theme of. */
  parentKey: string | null;
  /** Whether its scores were trained; else they are taken at their word. */
  isTrained: boolean;
};

/** A model laid out for speed; make it once, use it for many texts. */
export type CompiledThemeModel = {
  vocabulary: Vocabulary;
  nodes: readonly ThemeNode[];
  /** Places of the themes, and of each node's sub-themes. */
  themePlaces: readonly number[];
  children: readonly (readonly number[])[];
  /** Assignments below this confidence are not made. */
  minConfidence: number;
  fast: LaneScorer;
  /** Null where only words are known of the themes. */
  full: LaneScorer | null;
};

/** Lays a discovered model out for `assignThemes`. */
export function compileThemeModel(model: ThemeModel): CompiledThemeModel {
  const themes = [...model.themes, ...(model.subthemes ?? [])];
  const vocabulary = makeVocabulary(Object.entries(model.vocabulary));
  const compile = (lane: Lane): LaneScorer => ({
    ...layOutWeights(themes, vocabulary, lane),
    confidenceWeights: confidenceOf(model.thresholds, lane),
  });
  return {
    ...arrange([
      ...model.themes.map(({ key, scorer }) => ({ key, parentKey: null, isTrained: !!scorer })),
      ...(model.subthemes ?? []).map(({ key, parentKey, scorer }) => ({
        key,
        parentKey,
        isTrained: !!scorer,
      })),
    ]),
    vocabulary,
    minConfidence: model.thresholds.minConfidence,
    fast: compile('fast'),
    full: themes.every(({ sentenceScorer }) => sentenceScorer) ? compile('full') : null,
  };
}

/** Nodes with who is above whom. */
export function arrange(
  nodes: readonly ThemeNode[],
): Pick<CompiledThemeModel, 'nodes' | 'themePlaces' | 'children'> {
  const places = [...nodes.keys()];
  return {
    nodes,
    themePlaces: places.filter((place) => nodes[place]?.parentKey === null),
    children: nodes.map(({ key }) => places.filter((place) => nodes[place]?.parentKey === key)),
  };
}

type Found = Pick<Theme, 'centroid' | 'scorer' | 'sentenceScorer'>;

/** The weights of themes as they were found; of null nothing is known but that texts of it are rare. */
export function layOutWeights(
  themes: readonly (Found | null)[],
  vocabulary: Vocabulary,
  lane: Lane,
): Omit<LaneScorer, 'confidenceWeights'> {
  const width = meaningWidth(lane);
  const featureCount = width + vocabulary.terms.length;
  const weights = new Float32Array((featureCount + 1) * themes.length);
  themes.forEach((theme, place) => {
    const scorer = theme ? scorerOf(theme, lane) : UNKNOWN;
    unpackScorer({ centroid: [], ...theme, scorer }, weights, themes.length, place, width, vocabulary);
  });
  return { lane, weights, featureCount };
}

/** A text of which nothing is known is hardly of a theme that people made. */
const UNKNOWN: ThemeScorer = { constant: -2, terms: [], meaning: '', meaningScale: 1 };

/** What was found before sentence vectors were kept starts from its words in both lanes. */
const scorerOf = (theme: Found, lane: Lane): ThemeScorer | undefined =>
  lane === 'full' ? (theme.sentenceScorer ?? theme.scorer) : theme.scorer;

/** The confidence curve measured in a lane; that of words, where sentence vectors were not looked at. */
export const confidenceOf = (
  { confidenceWeights, sentenceConfidenceWeights }: ThemeThresholds,
  lane: Lane,
): ConfidenceWeights =>
  lane === 'full' ? (sentenceConfidenceWeights ?? confidenceWeights) : confidenceWeights;
