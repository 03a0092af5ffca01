import { makeRandom, type RandomSource } from '@/lib/core/random';
import { buildGraph, type Edge, type Graph } from './graph';

/** A move must gain more than rounding noise, or two equal communities would swap nodes for ever. */
const SMALLEST_GAIN = 1e-9;
const MOST_ROUNDS = 50;

export type CommunityOptions = {
  seed: number;
  /** Above 1 finds more and smaller communities, below 1 fewer and larger ones. */
  resolution: number;
};

function shuffledNodes(nodeCount: number, random: RandomSource): Int32Array {
  const order = Int32Array.from({ length: nodeCount }, (_, node) => node);
  for (let last = nodeCount - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const held = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = held;
  }
  return order;
}

function nodeDegrees(graph: Graph): Float64Array {
  const degrees = graph.loops.slice();
  for (let node = 0; node < graph.nodeCount; node++) {
    const end = graph.starts[node + 1] ?? 0;
    for (let edge = graph.starts[node] ?? 0; edge < end; edge++) {
      degrees[node] = (degrees[node] ?? 0) + (graph.weights[edge] ?? 0);
    }
  }
  return degrees;
}

/** Moves nodes one at a time to the neighbouring community that gains most modularity, until none moves. */
function moveNodes(graph: Graph, communities: Int32Array, resolution: number, random: RandomSource): boolean {
  const { nodeCount, starts, targets, weights } = graph;
  const degrees = nodeDegrees(graph);
  const total = degrees.reduce((sum, degree) => sum + degree, 0);
  if (total === 0) return false;
  const communityDegrees = new Float64Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const community = communities[node] ?? 0;
    communityDegrees[community] = (communityDegrees[community] ?? 0) + (degrees[node] ?? 0);
  }
  const order = shuffledNodes(nodeCount, random);
  const links = new Float64Array(nodeCount);
  let hasMoved = false;
  for (let round = 0, moves = 1; moves > 0 && round < MOST_ROUNDS; round++) {
    moves = 0;
    for (const node of order) {
      const home = communities[node] ?? 0;
      const degree = degrees[node] ?? 0;
      const start = starts[node] ?? 0;
      const end = starts[node + 1] ?? 0;
      for (let edge = start; edge < end; edge++) {
        const community = communities[targets[edge] ?? 0] ?? 0;
        links[community] = (links[community] ?? 0) + (weights[edge] ?? 0);
      }
      communityDegrees[home] = (communityDegrees[home] ?? 0) - degree;
      const gainOf = (community: number) =>
        (links[community] ?? 0) - (resolution * degree * (communityDegrees[community] ?? 0)) / total;
      let best = home;
      let bestGain = gainOf(home) + SMALLEST_GAIN;
      for (let edge = start; edge < end; edge++) {
        const community = communities[targets[edge] ?? 0] ?? 0;
        const gain = gainOf(community);
        if (gain > bestGain) {
          best = community;
          bestGain = gain;
        }
      }
      for (let edge = start; edge < end; edge++) links[communities[targets[edge] ?? 0] ?? 0] = 0;
      communityDegrees[best] = (communityDegrees[best] ?? 0) + degree;
      if (best !== home) {
        communities[node] = best;
        moves++;
        hasMoved = true;
      }
    }
  }
  return hasMoved;
}

/** Renumbers communities 0, 1, 2, … in order of first appearance; returns how many there are. */
function renumber(communities: Int32Array): number {
  const numbers = new Map<number, number>();
  for (let node = 0; node < communities.length; node++) {
    const community = communities[node] ?? 0;
    const number = numbers.get(community) ?? numbers.size;
    numbers.set(community, number);
    communities[node] = number;
  }
  return numbers.size;
}

/** The graph whose nodes are the communities of another, numbered from 0 to below `count`. */
export function contractGraph(graph: Graph, communities: Int32Array, count: number): Graph {
  const loops = new Float64Array(count);
  const weightOf = new Map<number, number>();
  for (let node = 0; node < graph.nodeCount; node++) {
    const from = communities[node] ?? 0;
    loops[from] = (loops[from] ?? 0) + (graph.loops[node] ?? 0);
    const end = graph.starts[node + 1] ?? 0;
    for (let edge = graph.starts[node] ?? 0; edge < end; edge++) {
      const to = communities[graph.targets[edge] ?? 0] ?? 0;
      const weight = graph.weights[edge] ?? 0;
      if (from === to) loops[from] = (loops[from] ?? 0) + weight;
      else if (from < to) weightOf.set(from * count + to, (weightOf.get(from * count + to) ?? 0) + weight);
    }
  }
  const edges: Edge[] = Array.from(weightOf, ([key, weight]) => ({
    from: Math.floor(key / count),
    to: key % count,
    weight,
  }));
  return buildGraph(count, edges, loops);
}

/**
 * Communities of a graph by the Louvain method (Blondel et al. 2008: local moves, then the same on the graph of
 * communities, until modularity no longer grows), followed by a last round of local moves of single nodes.
 * Returns a community number per node, from 0 without gaps. The same seed gives the same answer.
 */
export function findCommunities(graph: Graph, options: CommunityOptions): Int32Array {
  const random = makeRandom(options.seed);
  const membership = Int32Array.from({ length: graph.nodeCount }, (_, node) => node);
  let level = graph;
  for (;;) {
    const communities = Int32Array.from({ length: level.nodeCount }, (_, node) => node);
    if (!moveNodes(level, communities, options.resolution, random)) break;
    const count = renumber(communities);
    membership.forEach((node, index) => {
      membership[index] = communities[node] ?? 0;
    });
    level = contractGraph(level, communities, count);
  }
  moveNodes(graph, membership, options.resolution, random);
  renumber(membership);
  return membership;
}

/** The best of several runs of {@link findCommunities}, by modularity: what hangs on the order of one run does not decide. */
export function findBestCommunities(graph: Graph, options: CommunityOptions, runs: number): Int32Array {
  let best = findCommunities(graph, options);
  let most = computeModularity(graph, best, options.resolution);
  for (let run = 1; run < runs; run++) {
    const found = findCommunities(graph, { ...options, seed: options.seed + run });
    const modularity = computeModularity(graph, found, options.resolution);
    if (modularity > most + SMALLEST_GAIN) [best, most] = [found, modularity];
  }
  return best;
}

/** Share of weight within communities beyond what chance would put there (Newman & Girvan 2004, with a resolution). */
function computeModularity(graph: Graph, communities: Int32Array, resolution: number): number {
  const degrees = nodeDegrees(graph);
  const total = degrees.reduce((sum, degree) => sum + degree, 0);
  if (total === 0) return 0;
  const sums = new Float64Array(graph.nodeCount);
  let inside = 0;
  for (let node = 0; node < graph.nodeCount; node++) {
    const community = communities[node] ?? 0;
    sums[community] = (sums[community] ?? 0) + (degrees[node] ?? 0);
    inside += graph.loops[node] ?? 0;
    for (let edge = graph.starts[node] ?? 0; edge < (graph.starts[node + 1] ?? 0); edge++) {
      if (communities[graph.targets[edge] ?? 0] === community) inside += graph.weights[edge] ?? 0;
    }
  }
  return inside / total - resolution * sums.reduce((sum, degree) => sum + (degree / total) ** 2, 0);
}
