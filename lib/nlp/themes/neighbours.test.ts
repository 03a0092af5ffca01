import { describe, expect, it } from 'vitest';
import { makeRandom } from '@/lib/core/random';
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

describe('findNeighbours', () => {
  it('finds the same neighbours as comparing every pair', () => {
    const rows = randomRows(60, 30);
    const lists = findNeighbours(packRows(rows, 30), 5);
    rows.forEach((row, index) => {
      const expected = rows
        .flatMap((other, id) => (id === index ? [] : [cosine(row, other)]))
        .sort((a, b) => b - a)
        .slice(0, 5);
      expected.forEach((similarity, place) => {
        expect(lists.similarities[index * 5 + place]).toBeCloseTo(similarity, 5);
      });
    });
  });

  it('leaves places empty where nothing is shared, and puts the lower row first among equals', () => {
    const same = { columns: [0], values: [1] };
    const lists = findNeighbours(packRows([same, same, same, { columns: [1], values: [1] }], 2), 3);
    expect([...lists.ids]).toEqual([1, 2, -1, 0, 2, -1, 0, 1, -1, -1, -1, -1]);
  });
});
