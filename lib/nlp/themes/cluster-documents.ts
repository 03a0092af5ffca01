import { findCopies } from './boilerplate';
import { contractGraph, findBestCommunities, findCommunities } from './communities';
import type { OnFinding } from './discovery-progress';
import { buildNeighbourGraph, type Graph } from './graph';
import type { JoinedRows } from './joined-rows';
import { findNeighbours } from './neighbours';
import type { WordedRows } from './worded-rows';

/** Neighbours of a text. Measured on two labelled sets: 10 breaks themes apart, 20 glues small ones together. */
const NEIGHBOUR_COUNT = 15;
const SMALLEST_SIMILARITY = 0.1;
/** Measured on two labelled sets: of 0, .5 and .9 the best for telling sub-themes apart; themes join better without. */
const FARTHEST_SHARE = 0.9;
/**
 * Sub-themes are found first, themes are groups of them. Measured on two labelled sets (sub-themes, 6 to 8) and on the sample's
 * planted themes (themes, 1 to 1.5).
 */
const SUBTHEME_RESOLUTION = 7.5;
const THEME_RESOLUTION = 1;
/** The graph of sub-themes is small: the best of so many runs costs nothing. */
const RUNS = 20;
/** A sub-theme may be this much smaller than a theme. */
const SUBTHEME_SHARE = 0.5;
/** What fewer comments speak of is no subject, however many sentences they use for it. */
const FEWEST_COMMENTS = 3;

export type ClusterOptions = {
  seed: number;
  resolution: number;
  minThemeSize: number;
  onProgress?: OnFinding | undefined;
};

/** The theme and sub-theme of each row, -1 for none. Numbered from 0 without gaps, larger ones first. */
export type Clusters = {
  themes: Int32Array;
  subthemes: Int32Array;
  themeCount: number;
  /** The theme of each sub-theme; a theme has none or at least two. */
  parentOf: number[];
};

/** The same rows twice: as they are told apart, see {@link WordedRows}, and by topical terms alone, as their groups are joined. */
export type DocumentViews = {
  worded: JoinedRows;
  topicalTerms: WordedRows['topicalTerms'];
  topical: JoinedRows;
};

/** What is known of each row beside its words. */
export type DocumentFacts = {
  /** How many statements it stands for. */
  statements: Float64Array;
  /** Whether it is long enough that a near-copy is boilerplate. */
  isLong: readonly boolean[];
  /** The comment that its first statement stands in; undefined for one of its own. */
  commentIds: readonly (string | undefined)[];
};

/**
 * Groups rows by subject: communities of the graph of nearest neighbours by all words (sub-themes), communities of these by
 * topical words (themes): "I love the reports" and "why are there no reports" are two things said about one. No
 * number of either is given. What is too small for a sub-theme joins the one it is most linked with; what is too small for
 * a theme stays out.
 */
export function clusterDocuments(
  { worded, topicalTerms, topical }: DocumentViews,
  { statements, isLong, commentIds }: DocumentFacts,
  options: ClusterOptions,
): Clusters {
  const { seed, resolution, minThemeSize, onProgress } = options;
  const total = statements.length;
  // Each is compared twice.
  const tellFrom = (before: number) => (done: number) =>
    onProgress?.({ step: 'neighbours', done: Math.floor((before + done) / 2), total });
  const lists = findNeighbours(worded, NEIGHBOUR_COUNT, tellFrom(0), topicalTerms);
  const topicalLists = findNeighbours(topical, NEIGHBOUR_COUNT, tellFrom(total));
  onProgress?.({ step: 'groups', done: 0, total: 1 });
  const isCopy = findCopies(lists, isLong);
  const counted = statements.map((count, row) => (isCopy[row] ? 0 : count));
  const graph = buildNeighbourGraph(lists, SMALLEST_SIMILARITY, isCopy, FARTHEST_SHARE);
  const fine = findCommunities(graph, { seed, resolution: resolution * SUBTHEME_RESOLUTION });
  const fineCount = countGroups(fine);
  const topicalGraph = buildNeighbourGraph(topicalLists, SMALLEST_SIMILARITY, isCopy);
  const linked = contractGraph(topicalGraph, fine, fineCount);
  const coarse = findBestCommunities(linked, { seed, resolution: resolution * THEME_RESOLUTION }, RUNS);
  const sizes = sumByGroup(counted, fine, fineCount);
  const comments = countedComments(commentIds, counted, fine, fineCount);
  const themeOf = numberBySize(coarse, { sizes, comments }, minThemeSize);
  const leafOf = absorbSmall(linked, { sizes, comments }, themeOf, minThemeSize * SUBTHEME_SHARE);
  const leaves = numberLeaves(leafOf, { sizes, comments }, themeOf);
  return {
    themes: fine.map((group) => themeOf[group] ?? -1),
    subthemes: fine.map((group) => leaves.numberOf[group] ?? -1),
    themeCount: Math.max(-1, ...themeOf) + 1,
    parentOf: leaves.parentOf,
  };
}

const countGroups = (groups: Int32Array): number =>
  groups.reduce((most, group) => Math.max(most, group), -1) + 1;

function sumByGroup(values: Float64Array, groups: Int32Array, count: number): Float64Array {
  const sums = new Float64Array(count);
  groups.forEach((group, row) => {
    sums[group] = (sums[group] ?? 0) + (values[row] ?? 0);
  });
  return sums;
}

/** Of each group, how many statements it has and the comments they stand in. */
type Sized = { sizes: Float64Array; comments: readonly ReadonlySet<string>[] };

function countedComments(
  commentIds: readonly (string | undefined)[],
  counted: Float64Array,
  groups: Int32Array,
  count: number,
): Set<string>[] {
  const sets = Array.from({ length: count }, () => new Set<string>());
  groups.forEach((group, row) => {
    // What several say in the same words stands in as many comments.
    for (let said = 0; said < (counted[row] ?? 0) && said < FEWEST_COMMENTS; said++) {
      sets[group]?.add(said === 0 ? (commentIds[row] ?? `row ${row}`) : `row ${row} ${said}`);
    }
  });
  return sets;
}

/** The theme of each group, numbered by falling size; -1 for those of themes that are too small. */
function numberBySize(themes: Int32Array, { sizes, comments }: Sized, smallest: number): number[] {
  const totals = sumByGroup(sizes, themes, countGroups(themes));
  const commentsOf = Array.from(totals, () => new Set<string>());
  themes.forEach((theme, group) => {
    for (const comment of comments[group] ?? []) commentsOf[theme]?.add(comment);
  });
  const kept = [...totals.keys()]
    .filter((theme) => (totals[theme] ?? 0) >= smallest && (commentsOf[theme]?.size ?? 0) >= FEWEST_COMMENTS)
    .sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0) || a - b);
  const numberOf = new Map(kept.map((theme, number) => [theme, number]));
  return Array.from(themes, (theme) => numberOf.get(theme) ?? -1);
}

/** For each group the one that stands for it: itself, or, smallest first, the one of its theme it is most linked with. */
function absorbSmall(
  linked: Graph,
  { sizes, comments }: Sized,
  themeOf: readonly number[],
  smallest: number,
): number[] {
  const standsFor = Array.from(sizes, (_, group) => group);
  const total = [...sizes];
  const saidIn = comments.map((of) => new Set(of));
  const resolve = (group: number): number => {
    const next = standsFor[group] ?? group;
    return next === group ? group : resolve(next);
  };
  const order = [...sizes.keys()].sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0) || a - b);
  for (const group of order) {
    if ((total[group] ?? 0) >= smallest && (saidIn[group]?.size ?? 0) >= FEWEST_COMMENTS) continue;
    const links = new Map<number, number>();
    for (let edge = linked.starts[group] ?? 0; edge < (linked.starts[group + 1] ?? 0); edge++) {
      const other = resolve(linked.targets[edge] ?? 0);
      if (other === group || themeOf[other] !== themeOf[group]) continue;
      links.set(other, (links.get(other) ?? 0) + (linked.weights[edge] ?? 0));
    }
    const [best] = [...links].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (!best) continue;
    standsFor[group] = best[0];
    total[best[0]] = (total[best[0]] ?? 0) + (total[group] ?? 0);
    for (const comment of saidIn[group] ?? []) saidIn[best[0]]?.add(comment);
  }
  return standsFor.map((_, group) => resolve(group));
}

/** Those of few comments that are linked with no other of their theme are none: the theme says all that is known. */
function numberLeaves(leafOf: readonly number[], { sizes, comments }: Sized, themeOf: readonly number[]) {
  const totals = new Map<number, number>();
  const saidIn = new Map<number, Set<string>>();
  leafOf.forEach((leaf, group) => {
    if ((themeOf[group] ?? -1) < 0) return;
    totals.set(leaf, (totals.get(leaf) ?? 0) + (sizes[group] ?? 0));
    saidIn.set(leaf, new Set([...(saidIn.get(leaf) ?? []), ...(comments[group] ?? [])]));
  });
  for (const [leaf, { size }] of saidIn) if (size < FEWEST_COMMENTS) totals.delete(leaf);
  const siblings = new Map<number, number>();
  for (const leaf of totals.keys()) {
    const theme = themeOf[leaf] ?? -1;
    siblings.set(theme, (siblings.get(theme) ?? 0) + 1);
  }
  const kept = [...totals]
    .filter(([leaf]) => (siblings.get(themeOf[leaf] ?? -1) ?? 0) > 1)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([leaf]) => leaf);
  const numberOf = new Map(kept.map((leaf, number) => [leaf, number]));
  return {
    numberOf: leafOf.map((leaf) => numberOf.get(leaf) ?? -1),
    parentOf: kept.map((leaf) => themeOf[leaf] ?? -1),
  };
}
