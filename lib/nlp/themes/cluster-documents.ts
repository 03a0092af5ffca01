import { findCopies } from './boilerplate';
import { type Centroid, computeCentroids } from './centroids';
import { findCommunities } from './communities';
import { buildNeighbourGraph } from './graph';
import { findNeighbours } from './neighbours';
import type { SparseRow, SparseRows } from './sparse-rows';
import { buildThemeIndex, findBestTheme, scoreThemes } from './theme-index';

/** Few neighbours keep small subjects apart; measured best of 10, 15, 20 and 30 on labelled requests. */
const NEIGHBOUR_COUNT = 10;
const SMALLEST_SIMILARITY = 0.1;
/** A text outside all themes joins the nearest one when it is at least this like it. */
const ADOPTION_COSINE = 0.3;
const CENTROID_TERMS = 60;

export type ClusterOptions = { seed: number; resolution: number; minThemeSize: number };

export type Clusters = {
  /** Theme of each row, -1 for none. */
  groups: Int32Array;
  centroids: Centroid[];
};

export function rowOf(matrix: SparseRows, row: number): SparseRow {
  const start = matrix.rowStarts[row] ?? 0;
  const end = matrix.rowStarts[row + 1] ?? 0;
  return {
    columns: [...matrix.columns.subarray(start, end)],
    values: [...matrix.values.subarray(start, end)],
  };
}

/** Keeps communities with enough statements, numbered anew by falling size; all others become -1. */
function keepLargeGroups(communities: Int32Array, statements: Float64Array, minThemeSize: number) {
  const sizes = new Map<number, number>();
  communities.forEach((community, row) => {
    sizes.set(community, (sizes.get(community) ?? 0) + (statements[row] ?? 0));
  });
  const kept = [...sizes]
    .filter(([, size]) => size >= minThemeSize)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const numberOf = new Map(kept.map(([community], number) => [community, number]));
  return { groups: communities.map((community) => numberOf.get(community) ?? -1), count: kept.length };
}

/**
 * Groups the rows of a TF-IDF matrix by subject: nearest neighbours, communities of their graph, and the texts left
 * over adopted by the nearest theme that is like them. No number of themes is given.
 * @param statements how many statements each row stands for
 * @param isLong rows long enough that a near-copy is boilerplate
 */
export function clusterDocuments(
  matrix: SparseRows,
  statements: Float64Array,
  isLong: readonly boolean[],
  options: ClusterOptions,
): Clusters {
  const lists = findNeighbours(matrix, NEIGHBOUR_COUNT);
  const isCopy = findCopies(lists, isLong);
  const weights = statements.map((count, row) => (isCopy[row] ? 0 : Math.sqrt(count)));
  const graph = buildNeighbourGraph(lists, SMALLEST_SIMILARITY, isCopy);
  const communities = findCommunities(graph, options);
  const { groups, count } = keepLargeGroups(
    communities,
    statements.map((size, row) => (isCopy[row] ? 0 : size)),
    options.minThemeSize,
  );
  const firstCentroids = computeCentroids(matrix, groups, count, weights, CENTROID_TERMS);
  const index = buildThemeIndex(firstCentroids, matrix.columnCount);
  groups.forEach((group, row) => {
    if (group >= 0) return;
    const best = findBestTheme(scoreThemes(index, rowOf(matrix, row)));
    if (best.cosine >= ADOPTION_COSINE) groups[row] = best.theme;
  });
  return { groups, centroids: computeCentroids(matrix, groups, count, weights, CENTROID_TERMS) };
}
