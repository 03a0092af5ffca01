import { getWordVectors } from '../encoder/word-vectors';
import { chanceOf, computeConfidence, computeLeads } from './confidence';
import { scoreClasses } from './one-against-rest';
import { unpackScorer } from './scorers';
import { makeVocabulary, type Vocabulary } from './tfidf';
import { featuresOf, inContext, type ReadableSegment, readSegments } from './theme-features';
import type { ThemeModel } from './theme-model';

export type ThemeAssignment = {
  segmentIndex: number;
  themeKey: string;
  /** The sub-theme of that theme, null where none is likely enough. */
  subthemeKey: string | null;
  /** 0..1: the chance that the segment is of the theme, as measured on texts held out when the model was made. */
  confidence: number;
  /** The same of the sub-theme; null without one. */
  subthemeConfidence: number | null;
};

/** A model laid out for speed; make it once, use it for many texts. */
export type CompiledThemeModel = {
  model: ThemeModel;
  vocabulary: Vocabulary;
  /** Feature by feature; themes first, then sub-themes. */
  weights: Float32Array;
  classCount: number;
  /** Places of each theme's sub-themes. */
  children: number[][];
};

/** More themes than this a sentence hardly has. */
const MOST_THEMES = 3;

/** Lays a model out for `assignThemes`. */
export function compileThemeModel(model: ThemeModel): CompiledThemeModel {
  const vocabulary = makeVocabulary(Object.entries(model.vocabulary));
  const { width } = getWordVectors();
  const subthemes = model.subthemes ?? [];
  const nodes = [...model.themes, ...subthemes];
  const weights = new Float32Array((width + vocabulary.terms.length + 1) * nodes.length);
  nodes.forEach((theme, place) => {
    unpackScorer(theme, weights, nodes.length, place, width, vocabulary);
  });
  const children = model.themes.map(({ key }) =>
    subthemes.flatMap(({ parentKey }, place) => (parentKey === key ? [model.themes.length + place] : [])),
  );
  return { model, vocabulary, weights, classCount: nodes.length, children };
}

/**
 * The themes of each segment, none, one or several, likeliest first. Segments of one comment (the same `commentId`) lend
 * each other context. A segment without a known topical word gets none.
 */
export function assignThemes(
  compiled: CompiledThemeModel,
  segments: readonly ReadableSegment[],
): ThemeAssignment[] {
  const { vocabulary, weights, classCount } = compiled;
  const alone = readSegments(segments, vocabulary);
  const rows = inContext(alone, segments);
  const featureCount = rows.meaning.width + vocabulary.terms.length;
  const scores = new Float64Array(classCount);
  return segments.flatMap((_, segmentIndex) => {
    const hasWords = alone.words.rowStarts[segmentIndex] !== alone.words.rowStarts[segmentIndex + 1];
    if (!hasWords) return [];
    scoreClasses(weights, classCount, featureCount, featuresOf(rows, segmentIndex), scores);
    return chooseThemes(compiled, scores).map((chosen) => ({ segmentIndex, ...chosen }));
  });
}

function chooseThemes(
  { model, children }: CompiledThemeModel,
  scores: Float64Array,
): Omit<ThemeAssignment, 'segmentIndex'>[] {
  const { themes, subthemes = [], thresholds } = model;
  const confidenceAt = (place: number, lead: number) =>
    (themes[place] ?? subthemes[place - themes.length])?.scorer
      ? computeConfidence(thresholds.confidenceWeights, scores[place] ?? 0, lead)
      : chanceOf(scores[place] ?? 0);
  const likely = (places: readonly number[]) => {
    const leads = computeLeads(scores, places);
    return places
      .map((place, at) => ({ place, confidence: confidenceAt(place, leads[at] ?? 0) }))
      .filter(({ confidence }) => confidence >= thresholds.minConfidence)
      .sort((a, b) => (scores[b.place] ?? 0) - (scores[a.place] ?? 0) || a.place - b.place);
  };
  return likely([...themes.keys()])
    .slice(0, MOST_THEMES)
    .map(({ place, confidence }) => {
      const [best] = likely(children[place] ?? []);
      const subthemeKey = best ? (subthemes[best.place - themes.length]?.key ?? null) : null;
      return {
        themeKey: themes[place]?.key ?? '',
        subthemeKey,
        confidence,
        // Of a sub-theme only what is of its theme.
        subthemeConfidence: best ? Math.min(best.confidence, confidence) : null,
      };
    });
}
