import { describe, expect, it } from 'vitest';
import { findCommunities } from './communities';
import { buildGraph, type Edge } from './graph';

function cliques(count: number, size: number): Edge[] {
  const edges: Edge[] = [];
  for (let clique = 0; clique < count; clique++) {
    for (let a = 0; a < size; a++) {
      for (let b = a + 1; b < size; b++)
        edges.push({ from: clique * size + a, to: clique * size + b, weight: 1 });
    }
    const next = ((clique + 1) % count) * size;
    edges.push({ from: clique * size + 1, to: next, weight: 0.2 });
  }
  return edges;
}

describe('findCommunities', () => {
  it('finds the cliques of a ring of cliques', () => {
    const communities = findCommunities(buildGraph(40, cliques(8, 5)), { seed: 1, resolution: 1 });
    expect([...communities]).toEqual(Array.from({ length: 40 }, (_, node) => Math.floor(node / 5)));
  });

  it('gives the same answer for the same seed', () => {
    const graph = buildGraph(60, cliques(6, 10));
    expect(findCommunities(graph, { seed: 5, resolution: 2 })).toEqual(
      findCommunities(graph, { seed: 5, resolution: 2 }),
    );
  });

  it('finds more communities at a higher resolution', () => {
    const graph = buildGraph(200, cliques(50, 4));
    const count = (resolution: number) => new Set(findCommunities(graph, { seed: 1, resolution })).size;
    expect(count(0.3)).toBeLessThan(count(3));
  });

  it('leaves nodes without edges by themselves', () => {
    expect([...findCommunities(buildGraph(3, []), { seed: 1, resolution: 1 })]).toEqual([0, 1, 2]);
    expect([...findCommunities(buildGraph(0, []), { seed: 1, resolution: 1 })]).toEqual([]);
  });
});
