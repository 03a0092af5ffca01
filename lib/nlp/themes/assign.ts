import { computeConfidence } from './confidence';
import { ASSIGNMENT_CONTEXT, addContext } from './context';
import { packRows, rowOf, type SparseRow } from './sparse-rows';
import { countStems, makeVocabulary, type Vocabulary, vectorize } from './tfidf';
import { buildThemeIndex, findBestTheme, scoreThemes, type ThemeIndex } from './theme-index';
import type { ThemeModel } from './theme-model';
import { tokenize } from './tokenize';

export type ThemeAssignment = {
  segmentIndex: number;
  themeKey: string;
  /** 0..1: how often such a likeness meant the theme when the themes were found. */
  confidence: number;
};

/** A model laid out for speed; make it once, use it for many texts. */
export type CompiledThemeModel = { model: ThemeModel; vocabulary: Vocabulary; index: ThemeIndex };

/** A second theme must explain at least this share of the segment's weight with words of its own. */
const SECOND_THEME_SHARE = 0.35;
/** And be more certain than the first: it rests on fewer words. */
const SECOND_MIN_CONFIDENCE = 0.65;

/** Lays a model out for `assignThemes`. */
export function compileThemeModel(model: ThemeModel): CompiledThemeModel {
  const vocabulary = makeVocabulary(Object.entries(model.vocabulary));
  const centroids = model.themes.map((theme) => {
    const known = theme.centroid.filter(([term]) => vocabulary.columnOf.has(term));
    return {
      columns: Int32Array.from(known, ([term]) => vocabulary.columnOf.get(term) ?? 0),
      weights: Float64Array.from(known, ([, weight]) => weight),
    };
  });
  return { model, vocabulary, index: buildThemeIndex(centroids, vocabulary.terms.length) };
}

/** What is left of a row once the terms that a theme explains are taken away; lengths are not made 1 again. */
function withoutTheme(row: SparseRow, index: ThemeIndex, theme: number): SparseRow {
  const { rowStarts, columns } = index.byColumn;
  const kept = row.columns.map((column) => {
    const end = rowStarts[column + 1] ?? 0;
    return !columns.subarray(rowStarts[column] ?? 0, end).includes(theme);
  });
  return {
    columns: row.columns.filter((_, entry) => kept[entry]),
    values: row.values.filter((_, entry) => kept[entry]),
  };
}

/** The one or two themes of a vector, likeliest first, as positions in the model with confidence. */
function findThemes(compiled: CompiledThemeModel, row: SparseRow): { theme: number; confidence: number }[] {
  const { minConfidence, confidenceWeights } = compiled.model.thresholds;
  const first = findBestTheme(scoreThemes(compiled.index, row));
  if (first.theme < 0) return [];
  const confidence = computeConfidence(confidenceWeights, first.cosine, first.lead);
  if (confidence < minConfidence) return [];
  const found = [{ theme: first.theme, confidence }];
  const rest = withoutTheme(row, compiled.index, first.theme);
  const restShare = rest.values.reduce((sum, value) => sum + value * value, 0);
  if (restShare >= SECOND_THEME_SHARE) {
    const second = findBestTheme(scoreThemes(compiled.index, rest));
    const secondConfidence = computeConfidence(confidenceWeights, second.cosine, second.lead);
    if (second.theme >= 0 && second.theme !== first.theme && secondConfidence >= SECOND_MIN_CONFIDENCE) {
      found.push({ theme: second.theme, confidence: Math.min(confidence, secondConfidence) });
    }
  }
  return found;
}

/**
 * The themes of each segment, none, one or two a segment, likeliest first. Segments of one comment (the same
 * `commentId`) lend each other context. A segment without a known topical word, or too unlike every theme, gets none.
 */
export function assignThemes(
  compiled: CompiledThemeModel,
  segments: readonly { text: string; language: string | null; commentId?: string }[],
): ThemeAssignment[] {
  const matrix = packRows(
    segments.map(({ text, language }) =>
      vectorize(countStems(tokenize(text, language)), compiled.vocabulary),
    ),
    compiled.vocabulary.terms.length,
  );
  const inContext = addContext(
    matrix,
    segments.map(({ commentId }) => commentId ?? null),
    ASSIGNMENT_CONTEXT,
  );
  return segments.flatMap((_, segmentIndex) => {
    if (rowOf(matrix, segmentIndex).columns.length === 0) return [];
    return findThemes(compiled, rowOf(inContext, segmentIndex)).flatMap(({ theme, confidence }) => {
      const themeKey = compiled.model.themes[theme]?.key;
      return themeKey === undefined ? [] : [{ segmentIndex, themeKey, confidence }];
    });
  });
}
