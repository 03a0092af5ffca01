import type { SparseRows } from './sparse-rows';

/** A theme's leading columns and weights, weightiest first; a vector of length 1. */
export type Centroid = { columns: Int32Array; weights: Float64Array };

function leadingEntries(sums: Float64Array, limit: number): Centroid {
  const columns: number[] = [];
  sums.forEach((sum, column) => {
    if (sum > 0) columns.push(column);
  });
  columns.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b);
  const kept = Int32Array.from(columns.slice(0, limit));
  let squares = 0;
  for (const column of kept) squares += (sums[column] ?? 0) ** 2;
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  return { columns: kept, weights: Float64Array.from(kept, (column) => (sums[column] ?? 0) * scale) };
}

/**
 * The mean direction of each group's rows, cut to its leading `limit` columns. `groups` holds a group per row, -1 for
 * none; `rowWeights` says how much each row counts.
 */
export function computeCentroids(
  matrix: SparseRows,
  groups: Int32Array,
  groupCount: number,
  rowWeights: Float64Array,
  limit: number,
): Centroid[] {
  const rowsOf = Array.from({ length: groupCount }, (): number[] => []);
  groups.forEach((group, row) => {
    rowsOf[group]?.push(row);
  });
  return rowsOf.map((rows) => {
    const sums = new Float64Array(matrix.columnCount);
    for (const row of rows) {
      const end = matrix.rowStarts[row + 1] ?? 0;
      for (let entry = matrix.rowStarts[row] ?? 0; entry < end; entry++) {
        const column = matrix.columns[entry] ?? 0;
        sums[column] = (sums[column] ?? 0) + (matrix.values[entry] ?? 0) * (rowWeights[row] ?? 0);
      }
    }
    return leadingEntries(sums, limit);
  });
}
