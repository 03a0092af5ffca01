import { describe, expect, it } from 'vitest';
import { makeRandom } from '@/lib/core/random';
import { packDense } from './joined-rows';
import { findNeighbours } from './neighbours';
import { packRows, type SparseRow } from './sparse-rows';

function randomRows(count: number, columnCount: number): SparseRow[] {
  const random = makeRandom(11);
  return Array.from({ length: count }, () => {
    const columns = Array.from({ length: columnCount }, (_, column) => column).filter(() => random() < 0.2);
    const values = columns.map(() => random() + 0.1);
    const length = Math.hypot(...values);
    return { columns, values: values.map((value) => value / length) };
  });
}

function cosine(a: SparseRow, b: SparseRow): number {
  return a.columns.reduce((sum, column, entry) => {
    const other = b.columns.indexOf(column);
    return sum + (other < 0 ? 0 : (a.values[entry] ?? 0) * (b.values[other] ?? 0));
  }, 0);
}

const denseCosine = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0) / (Math.hypot(...a) * Math.hypot(...b));

describe('findNeighbours', () => {
  it('finds the same neighbours as comparing every pair, across blocks', () => {
    const random = makeRandom(5);
    const rows = randomRows(300, 30);
    const vectors = rows.map(() => Array.from({ length: 20 }, () => random() - 0.5));
    const lists = findNeighbours({ words: packRows(rows, 30), meaning: packDense(vectors) }, 5);
    rows.forEach((row, index) => {
      const own = vectors[index] ?? [];
      const expected = rows
        .flatMap((other, id) =>
          id === index ? [] : [0.6 * denseCosine(own, vectors[id] ?? []) + 0.4 * cosine(row, other)],
        )
        .sort((a, b) => b - a)
        .slice(0, 5);
      expected.forEach((similarity, place) => {
        expect(lists.similarities[index * 5 + place]).toBeCloseTo(similarity, 2);
      });
    });
  });

  it('leaves places empty where nothing is shared, and puts the lower row first among equals', () => {
    const same = { columns: [0], values: [1] };
    const words = packRows([same, same, same, { columns: [1], values: [1] }], 2);
    const meaning = packDense([[1], [1], [1], [-1]]);
    const lists = findNeighbours({ words, meaning }, 3);
    expect([...lists.ids]).toEqual([1, 2, -1, 0, 2, -1, 0, 1, -1, -1, -1, -1]);
    expect(lists.similarities[0]).toBe(1);
  });

  it('counts small words only between rows that share a topical one', () => {
    const half = Math.SQRT1_2;
    // Column 0 is topical, 1 and 2 are small words.
    const rows = [
      { columns: [0, 1], values: [half, half] },
      { columns: [0, 1], values: [half, half] },
      { columns: [0, 2], values: [half, half] },
      { columns: [1], values: [1] },
    ];
    const nothing = packDense(rows.map(() => [0]));
    const lists = findNeighbours({ words: packRows(rows, 3), meaning: nothing }, 3, undefined, 1);
    expect([...lists.ids.subarray(0, 3)]).toEqual([1, 2, -1]);
    expect(lists.similarities[0]).toBeCloseTo(0.4, 3);
    expect(lists.similarities[1]).toBeCloseTo(0.2, 3);
    expect([...lists.ids.subarray(9)]).toEqual([-1, -1, -1]);
  });

  it('finds none among no rows', () => {
    expect(findNeighbours({ words: packRows([], 0), meaning: packDense([]) }, 3).ids).toHaveLength(0);
  });
});
