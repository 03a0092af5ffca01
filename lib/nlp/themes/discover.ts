import { makeRandom, seedFrom } from '@/lib/core/random';
import { assignThemes, compileThemeModel } from './assign';
import { type Clusters, clusterDocuments } from './cluster-documents';
import { type ConfidenceCase, fitConfidence } from './confidence';
import { addContext, DISCOVERY_CONTEXT } from './context';
import { groupDocuments, type ThemeDocument } from './documents';
import { nameThemes } from './name-themes';
import { packRows, rowOf, type SparseRows } from './sparse-rows';
import { findSurfaceForms } from './surface-forms';
import { buildVocabulary, type Vocabulary, vectorize } from './tfidf';
import { buildThemeIndex, findBestTheme, scoreThemes } from './theme-index';
import { THEME_MODEL_VERSION, type Theme, type ThemeModel, type ThemeSegment } from './theme-model';

export type DiscoverOptions = {
  seed?: number;
  /** Statements a subject needs to be a theme; grows with the square root of the corpus when left out. */
  minThemeSize?: number;
  /** A larger corpus is sampled for discovery; every segment is assigned all the same. */
  maxSegments?: number;
  /** Above the default finds more and narrower themes, below it fewer and broader ones. */
  resolution?: number;
};

const DEFAULT_SEED = 1;
const DEFAULT_MAX_SEGMENTS = 20_000;
const DEFAULT_RESOLUTION = 1;
/** From this many texts on, a word said only twice is more likely a slip than a subject. */
const LARGE_CORPUS = 5_000;
const MAX_TERMS = 10_000;
const KEYWORD_COUNT = 8;
const KEY_TERM_COUNT = 6;
const EXAMPLE_COUNT = 5;
const TYPICAL_COUNT = 40;
/** A text with more different words than this is not expected to be said twice. */
const LONG_DOCUMENT_STEMS = 8;
/** Low, for a theme named wrongly is put right with a press and a comment without one is not found; measured on the sample. */
const MIN_CONFIDENCE = 0.3;
const SMALLEST_THEME = 3;

/** By text before id: the same words imported again under other ids give the same themes. */
function compareSegments(a: ThemeSegment, b: ThemeSegment): number {
  if (a.text !== b.text) return a.text < b.text ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The segments to learn from, in an order that does not depend on how they came. */
function sampleSegments(segments: readonly ThemeSegment[], limit: number, seed: number): ThemeSegment[] {
  const sorted = [...segments].sort(compareSegments);
  if (sorted.length <= limit) return sorted;
  const random = makeRandom(seed);
  const drawn = sorted.map((segment) => ({ segment, lot: random() }));
  const chosen = drawn.sort((a, b) => a.lot - b.lot).slice(0, limit);
  return chosen.map(({ segment }) => segment).sort(compareSegments);
}

/** Rows of a theme from most to least typical; of equally typical ones the longer, which says more. */
function rankTypical(
  documents: readonly ThemeDocument[],
  clusters: Clusters,
  matrix: SparseRows,
): number[][] {
  const index = buildThemeIndex(clusters.centroids, matrix.columnCount);
  const rows = clusters.centroids.map((): { row: number; cosine: number }[] => []);
  clusters.groups.forEach((group, row) => {
    if (group >= 0) rows[group]?.push({ row, cosine: scoreThemes(index, rowOf(matrix, row))[group] ?? 0 });
  });
  const lengthOf = (row: number) => documents[row]?.segment.text.length ?? 0;
  return rows.map((members) =>
    members
      .sort((a, b) => b.cosine - a.cosine || lengthOf(b.row) - lengthOf(a.row) || a.row - b.row)
      .map(({ row }) => row),
  );
}

function fitThresholds(
  clusters: Clusters,
  matrix: SparseRows,
  statements: Float64Array,
): ThemeModel['thresholds'] {
  const index = buildThemeIndex(clusters.centroids, matrix.columnCount);
  const cases: ConfidenceCase[] = [];
  clusters.groups.forEach((group, row) => {
    const best = findBestTheme(scoreThemes(index, rowOf(matrix, row)));
    if (best.theme < 0) return;
    cases.push({
      cosine: best.cosine,
      lead: best.lead,
      isRight: best.theme === group,
      weight: statements[row] ?? 0,
    });
  });
  return { minConfidence: MIN_CONFIDENCE, confidenceWeights: fitConfidence(cases) };
}

function computeMinThemeSize(statements: Float64Array): number {
  const total = statements.reduce((sum, count) => sum + count, 0);
  return Math.max(SMALLEST_THEME, Math.round(Math.sqrt(total) / 3));
}

function makeKey(leadingStems: readonly string[], taken: Set<string>): string {
  const words = [...leadingStems].sort().join(' ');
  let key = '';
  for (let attempt = 0; key === '' || taken.has(key); attempt++) {
    key = seedFrom(attempt === 0 ? words : `${words} ${attempt}`)
      .toString(16)
      .padStart(8, '0');
  }
  taken.add(key);
  return key;
}

function describeThemes(
  documents: readonly ThemeDocument[],
  clusters: Clusters,
  matrix: SparseRows,
  vocabulary: Vocabulary,
): Theme[] {
  const typicalRows = rankTypical(documents, clusters, matrix);
  const documentsAt = (rows: readonly number[]) => rows.flatMap((row) => documents[row] ?? []);
  const centroids = clusters.centroids.map(({ columns, weights }) =>
    Array.from(columns, (column, place): [string, number] => [
      vocabulary.terms[column] ?? '',
      Number((weights[place] ?? 0).toFixed(5)),
    ]),
  );
  const stemsOf = centroids.map((centroid) => centroid.slice(0, KEYWORD_COUNT).map(([term]) => term));
  const surfaces = findSurfaceForms(documents, new Set(stemsOf.flat()));
  const keywordsOf = stemsOf.map((stems) => stems.map((stem) => surfaces.get(stem) ?? stem));
  const names = nameThemes(
    typicalRows.map((rows, theme) => ({
      documents: documentsAt(rows),
      typical: documentsAt(rows.slice(0, TYPICAL_COUNT)),
      keywords: keywordsOf[theme] ?? [],
      weights: new Map(centroids[theme]),
    })),
    documents,
  );
  const takenKeys = new Set<string>();
  return centroids.map((centroid, theme) => ({
    key: makeKey((stemsOf[theme] ?? []).slice(0, KEY_TERM_COUNT), takenKeys),
    name: names[theme] ?? '',
    keywords: keywordsOf[theme] ?? [],
    size: 0,
    centroid,
    exampleIds: documentsAt((typicalRows[theme] ?? []).slice(0, EXAMPLE_COUNT)).map(
      ({ segment }) => segment.id,
    ),
  }));
}

/** Fills in how many segments each theme has, and puts the largest first. */
function withSizes(model: ThemeModel, segments: readonly ThemeSegment[]): ThemeModel {
  const sizes = new Map<string, number>();
  let lastSegment = -1;
  for (const { segmentIndex, themeKey } of assignThemes(compileThemeModel(model), segments)) {
    if (segmentIndex !== lastSegment) sizes.set(themeKey, (sizes.get(themeKey) ?? 0) + 1);
    lastSegment = segmentIndex;
  }
  const themes = model.themes.map((theme) => ({ ...theme, size: sizes.get(theme.key) ?? 0 }));
  return { ...model, themes: themes.sort((a, b) => b.size - a.size || (a.key < b.key ? -1 : 1)) };
}

/**
 * Finds what a corpus of sentences speaks about: TF-IDF vectors, their nearest neighbours, communities of that graph
 * (no number of themes is given), each with a name, keywords and examples. The same segments in any order give the
 * same model. A corpus with too little in common gives a model without themes.
 */
export function discoverThemes(segments: readonly ThemeSegment[], options: DiscoverOptions = {}): ThemeModel {
  const seed = options.seed ?? DEFAULT_SEED;
  const documents = groupDocuments(
    sampleSegments(segments, options.maxSegments ?? DEFAULT_MAX_SEGMENTS, seed),
  );
  const vocabulary = buildVocabulary(documents, {
    minStatements: documents.length < LARGE_CORPUS ? 2 : 3,
    maxTerms: MAX_TERMS,
  });
  const matrix = packRows(
    documents.map((document) => vectorize(document.stems, vocabulary)),
    vocabulary.terms.length,
  );
  const statements = Float64Array.from(documents, (document) => document.statements);
  const commentIds = documents.map(({ segment }) => segment.commentId ?? null);
  const clusters = clusterDocuments(
    matrix,
    addContext(matrix, commentIds, DISCOVERY_CONTEXT),
    statements,
    documents.map((document) => document.stems.size > LONG_DOCUMENT_STEMS),
    {
      seed,
      resolution: options.resolution ?? DEFAULT_RESOLUTION,
      minThemeSize: options.minThemeSize ?? computeMinThemeSize(statements),
    },
  );
  const model = {
    version: THEME_MODEL_VERSION,
    vocabulary: Object.fromEntries(
      vocabulary.terms.map((term, column) => [term, Number((vocabulary.idf[column] ?? 0).toFixed(5))]),
    ),
    themes: describeThemes(documents, clusters, matrix, vocabulary),
    thresholds: fitThresholds(clusters, matrix, statements),
  };
  return withSizes(model, segments);
}
