import { makeRandom } from '@/lib/core/random';
import type { SparseRow } from '@/lib/nlp/themes/sparse-rows';

const ROUNDS = 30;

/** Spherical k-means on rows of length 1, with the true number of groups: the peer that is told what ours has to find. */
export function clusterByMeans(
  rows: readonly SparseRow[],
  columnCount: number,
  groupCount: number,
): number[] {
  const random = makeRandom(1);
  const order = rows.map((row, index) => ({ row, index, lot: random() })).sort((a, b) => a.lot - b.lot);
  let centres = order.slice(0, groupCount).map(({ row }) => toDense(row, columnCount));
  let groups: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const next = rows.map((row) => nearest(row, centres));
    if (next.every((group, index) => group === groups[index])) break;
    groups = next;
    centres = average(rows, groups, centres, columnCount);
  }
  return groups;
}

function toDense({ columns, values }: SparseRow, width: number): Float64Array {
  const dense = new Float64Array(width);
  columns.forEach((column, entry) => {
    dense[column] = values[entry] ?? 0;
  });
  return dense;
}

function nearest({ columns, values }: SparseRow, centres: readonly Float64Array[]): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  centres.forEach((centre, group) => {
    let cosine = 0;
    for (let entry = 0; entry < columns.length; entry++) {
      cosine += (values[entry] ?? 0) * (centre[columns[entry] ?? 0] ?? 0);
    }
    if (cosine > most) [best, most] = [group, cosine];
  });
  return best;
}

/** An empty group keeps its centre. */
function average(
  rows: readonly SparseRow[],
  groups: readonly number[],
  before: readonly Float64Array[],
  width: number,
): Float64Array[] {
  const sums = before.map(() => new Float64Array(width));
  rows.forEach(({ columns, values }, index) => {
    const sum = sums[groups[index] ?? 0];
    if (!sum) return;
    columns.forEach((column, entry) => {
      sum[column] = (sum[column] ?? 0) + (values[entry] ?? 0);
    });
  });
  return sums.map((sum, group) => {
    const length = Math.hypot(...sum);
    return length > 0 ? sum.map((value) => value / length) : (before[group] ?? sum);
  });
}
