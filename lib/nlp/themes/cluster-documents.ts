import { findCopies } from './boilerplate';
import { type Centroid, computeCentroids } from './centroids';
import { findCommunities } from './communities';
import { buildNeighbourGraph } from './graph';
import { findNeighbours } from './neighbours';
import { rowOf, type SparseRows } from './sparse-rows';
import { buildThemeIndex, findBestTheme, scoreThemes } from './theme-index';

/** Few neighbours keep small subjects apart; measured best of 10, 15, 20 and 30 on labelled requests. */
const NEIGHBOUR_COUNT = 10;
const SMALLEST_SIMILARITY = 0.1;
/** A text less like its theme than this says nothing about what the theme is. */
const SMALLEST_COSINE = 0.3;
/** Groups whose centroids are at least this like each other speak of one subject. */
const SAME_SUBJECT_COSINE = 0.5;
const CENTROID_TERMS = 60;
/** Share of a group's texts that must be more like it than like any other group. */
const SMALLEST_COHERENCE = 0.45;

export type ClusterOptions = { seed: number; resolution: number; minThemeSize: number };

export type Clusters = {
  /** The community of each row that became a theme, -1 for none. */
  groups: Int32Array;
  centroids: Centroid[];
};

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
 * Joins groups that speak of the same thing: each one, from the largest down, goes to the larger group it is most like,
 * when it is like one. Returns the new number of each group, without gaps.
 */
function mergeAlike(
  centroids: readonly Centroid[],
  columnCount: number,
): { numbers: number[]; count: number } {
  const index = buildThemeIndex(centroids, columnCount);
  const numbers: number[] = [];
  let count = 0;
  centroids.forEach(({ columns, weights }, group) => {
    const scores = scoreThemes(index, { columns: [...columns], values: [...weights] });
    const best = findBestTheme(scores.fill(0, group));
    const isAlike = best.cosine >= SAME_SUBJECT_COSINE;
    numbers.push(isAlike ? (numbers[best.theme] ?? 0) : count++);
  });
  return { numbers, count };
}

/**
 * Leaves out groups that are no subject: texts that hang together pair by pair (a greeting, a turn of phrase, a language)
 * but are not most like the centroid they make together. The others are numbered without gaps.
 */
function keepCoherentGroups(matrix: SparseRows, groups: Int32Array, centroids: readonly Centroid[]) {
  const index = buildThemeIndex(centroids, matrix.columnCount);
  const sizes = new Float64Array(centroids.length);
  const atHome = new Float64Array(centroids.length);
  groups.forEach((group, row) => {
    if (group < 0) return;
    sizes[group] = (sizes[group] ?? 0) + 1;
    const best = findBestTheme(scoreThemes(index, rowOf(matrix, row)));
    if (best.theme === group) atHome[group] = (atHome[group] ?? 0) + 1;
  });
  const numbers: number[] = [];
  let count = 0;
  sizes.forEach((size, group) => {
    numbers.push((atHome[group] ?? 0) >= size * SMALLEST_COHERENCE ? count++ : -1);
  });
  return { groups: groups.map((group) => (group < 0 ? -1 : (numbers[group] ?? -1))), count };
}

/** The group whose centroid each row is most like, -1 for rows like none of them. */
function findNearestGroups(matrix: SparseRows, centroids: readonly Centroid[]): Int32Array {
  const index = buildThemeIndex(centroids, matrix.columnCount);
  return Int32Array.from({ length: matrix.rowCount }, (_, row) => {
    const best = findBestTheme(scoreThemes(index, rowOf(matrix, row)));
    return best.cosine >= SMALLEST_COSINE ? best.theme : -1;
  });
}

/**
 * Groups the rows of a TF-IDF matrix by subject: nearest neighbours, communities of their graph, and centroids
 * sharpened by one round of moving every text to the centroid it is most like. No number of themes is given.
 * @param inContext the same rows with what stands beside them; neighbours are sought among these
 * @param statements how many statements each row stands for
 * @param isLong rows long enough that a near-copy is boilerplate
 */
export function clusterDocuments(
  matrix: SparseRows,
  inContext: SparseRows,
  statements: Float64Array,
  isLong: readonly boolean[],
  options: ClusterOptions,
): Clusters {
  const lists = findNeighbours(inContext, NEIGHBOUR_COUNT);
  const isCopy = findCopies(lists, isLong);
  const weights = statements.map((count, row) => (isCopy[row] ? 0 : Math.sqrt(count)));
  const graph = buildNeighbourGraph(lists, SMALLEST_SIMILARITY, isCopy);
  const communities = findCommunities(graph, options);
  const { groups, count } = keepLargeGroups(
    communities,
    statements.map((size, row) => (isCopy[row] ? 0 : size)),
    options.minThemeSize,
  );
  const merged = mergeAlike(
    computeCentroids(matrix, groups, count, weights, CENTROID_TERMS),
    matrix.columnCount,
  );
  groups.forEach((group, row) => {
    groups[row] = group < 0 ? -1 : (merged.numbers[group] ?? -1);
  });
  const rough = computeCentroids(matrix, groups, merged.count, weights, CENTROID_TERMS);
  const coherent = keepCoherentGroups(inContext, groups, rough);
  const sound = computeCentroids(matrix, coherent.groups, coherent.count, weights, CENTROID_TERMS);
  const nearest = findNearestGroups(matrix, sound);
  return {
    groups: coherent.groups,
    centroids: computeCentroids(matrix, nearest, coherent.count, weights, CENTROID_TERMS),
  };
}
