import { namesNoSubject } from '../kind';
import type { CompiledThemeModel, LaneScorer } from './compiled-model';
import { chanceOf, computeConfidence, computeLeads } from './confidence';
import { scoreClasses } from './one-against-rest';
import { featuresOf, inContext, type ReadableSegment, readSegments } from './theme-features';

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

/** More themes than this a sentence hardly has. */
const MOST_THEMES = 3;

/**
 * The themes of each segment, none, one or several, likeliest first. A segment whose sentence vector is known is judged by
 * words and vector, any other by its words; either lane has its own measured confidence. Segments of one comment (the same
 * `commentId`) lend each other context. A segment without a known topical word, or that speaks of
 * the handling of a case alone, gets none.
 */
export function assignThemes(
  model: CompiledThemeModel,
  segments: readonly ReadableSegment[],
): ThemeAssignment[] {
  const { fast, full } = model;
  const indexes = [...segments.keys()].filter((index) => !namesNoSubject(segments[index]?.text ?? ''));
  const isFull = (index: number) => full !== null && (segments[index]?.vector ?? null) !== null;
  const pick = (some: number[]) => ({ indexes: some, own: some.flatMap((index) => segments[index] ?? []) });
  const byWords = pick(indexes.filter((index) => !isFull(index)));
  const bySentence = pick(indexes.filter(isFull));
  return [
    ...assignInLane(model, fast, byWords.own, byWords.indexes),
    ...(full ? assignInLane(model, full, bySentence.own, bySentence.indexes) : []),
  ].sort((a, b) => a.segmentIndex - b.segmentIndex);
}

function assignInLane(
  model: CompiledThemeModel,
  { lane, weights, featureCount, confidenceWeights }: LaneScorer,
  segments: readonly ReadableSegment[],
  indexes: readonly number[],
): ThemeAssignment[] {
  const alone = readSegments(segments, model.vocabulary, lane);
  const rows = inContext(alone, segments);
  const scores = new Float64Array(model.nodes.length);
  return indexes.flatMap((segmentIndex, row) => {
    const hasWords = alone.words.rowStarts[row] !== alone.words.rowStarts[row + 1];
    if (!hasWords) return [];
    scoreClasses(weights, scores.length, featureCount, featuresOf(rows, row), scores);
    return chooseThemes(model, confidenceWeights, scores).map((chosen) => ({ segmentIndex, ...chosen }));
  });
}

function chooseThemes(
  { nodes, themePlaces, children, minConfidence }: CompiledThemeModel,
  confidenceWeights: LaneScorer['confidenceWeights'],
  scores: Float64Array,
): Omit<ThemeAssignment, 'segmentIndex'>[] {
  const confidenceAt = (place: number, lead: number) =>
    nodes[place]?.isTrained
      ? computeConfidence(confidenceWeights, scores[place] ?? 0, lead)
      : chanceOf(scores[place] ?? 0);
  const likely = (places: readonly number[]) => {
    const leads = computeLeads(scores, places);
    return places
      .map((place, at) => ({ place, confidence: confidenceAt(place, leads[at] ?? 0) }))
      .filter(({ confidence }) => confidence >= minConfidence)
      .sort((a, b) => (scores[b.place] ?? 0) - (scores[a.place] ?? 0) || a.place - b.place);
  };
  return likely(themePlaces)
    .slice(0, MOST_THEMES)
    .map(({ place, confidence }) => {
      const [best] = likely(children[place] ?? []);
      return {
        themeKey: nodes[place]?.key ?? '',
        subthemeKey: best ? (nodes[best.place]?.key ?? null) : null,
        confidence,
        // Of a sub-theme only what is of its theme.
        subthemeConfidence: best ? Math.min(best.confidence, confidence) : null,
      };
    });
}
