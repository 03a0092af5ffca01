import type { NeighbourLists } from './neighbours';

/** An undirected weighted graph; the edges of node n stand at starts[n] up to starts[n + 1], each edge on both sides. */
export type Graph = {
  nodeCount: number;
  starts: Int32Array;
  targets: Int32Array;
  weights: Float64Array;
  /** Weight of each node with itself, counted twice as both ends of the edge meet there. */
  loops: Float64Array;
};

export type Edge = { from: number; to: number; weight: number };

/** Builds the graph from edges named once each (`from` differs from `to`). */
export function buildGraph(nodeCount: number, edges: readonly Edge[], loops?: Float64Array): Graph {
  const starts = new Int32Array(nodeCount + 1);
  for (const { from, to } of edges) {
    starts[from + 1] = (starts[from + 1] ?? 0) + 1;
    starts[to + 1] = (starts[to + 1] ?? 0) + 1;
  }
  for (let node = 0; node < nodeCount; node++)
    starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
  const next = starts.slice();
  const targets = new Int32Array(edges.length * 2);
  const weights = new Float64Array(edges.length * 2);
  const place = (from: number, to: number, weight: number) => {
    const at = next[from] ?? 0;
    next[from] = at + 1;
    targets[at] = to;
    weights[at] = weight;
  };
  for (const { from, to, weight } of edges) {
    place(from, to, weight);
    place(to, from, weight);
  }
  return { nodeCount, starts, targets, weights, loops: loops ?? new Float64Array(nodeCount) };
}

/**
 * Joins each row with its neighbours. An edge that only one side names weighs half, so that a row which is everybody's
 * neighbour (a very short text) does not glue the graph together. Rows marked in `isLeftOut` get no edges.
 * @param farthestShare how much of the likeness of a row's farthest neighbour is taken off its edges: a short common text is fairly like
 * everything, a long one hardly like its nearest
 */
export function buildNeighbourGraph(
  lists: NeighbourLists,
  minSimilarity: number,
  isLeftOut: readonly boolean[],
  farthestShare = 0,
): Graph {
  const rowCount = isLeftOut.length;
  const weightOf = new Map<number, number>();
  for (let row = 0; row < rowCount; row++) {
    const farthest = lists.similarities[(row + 1) * lists.count - 1] ?? 0;
    for (let place = row * lists.count; place < (row + 1) * lists.count; place++) {
      const other = lists.ids[place] ?? -1;
      const similarity = lists.similarities[place] ?? 0;
      if (other < 0 || similarity < minSimilarity || isLeftOut[row] || isLeftOut[other]) continue;
      const edge = Math.min(row, other) * rowCount + Math.max(row, other);
      weightOf.set(edge, (weightOf.get(edge) ?? 0) + (similarity - farthestShare * farthest) / 2);
    }
  }
  const edges = Array.from(weightOf, ([edge, weight]) => ({
    from: Math.floor(edge / rowCount),
    to: edge % rowCount,
    weight,
  }));
  return buildGraph(rowCount, edges);
}
