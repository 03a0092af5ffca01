import type { SparseRows } from './sparse-rows';

/** A theme's leading columns and weights, weightiest first; a vector of length 1. */
export type Centroid = { columns: Int32Array; weights: Float64Array };

/** How sharply words said everywhere are held back; 2 was best of 0, 1, 2 and 3 on the sample's planted themes. */
const LIFT_POWER = 2;
/** Keeps the words of a corpus that has one theme only, where nothing is said more often than elsewhere. */
const SMALLEST_LIFT = 0.1;

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
 * What sets each group apart: the mean direction of its rows, each term weighted by how much more often it is said in the
 * group than elsewhere (the logarithm of the lift), cut to the leading `limit` columns. Without the lift, words said
 * everywhere ("lost", "team") would draw anything into a large group.
 * @param groups a group per row, -1 for none
 * @param rowWeights how much each row counts
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
  const everywhere = sumRows(
    matrix,
    Array.from({ length: matrix.rowCount }, (_, row) => row),
    rowWeights,
  );
  const totalMass = sumOf(everywhere);
  return rowsOf.map((rows) => {
    const sums = sumRows(matrix, rows, rowWeights);
    const mass = sumOf(sums);
    const weights = sums.map((sum, column) => {
      if (sum === 0) return 0;
      const lift = sum / mass / ((everywhere[column] ?? 0) / totalMass);
      return sum * (SMALLEST_LIFT + Math.max(0, Math.log(lift))) ** LIFT_POWER;
    });
    return leadingEntries(weights, limit);
  });
}

function sumRows(matrix: SparseRows, rows: readonly number[], rowWeights: Float64Array): Float64Array {
  const sums = new Float64Array(matrix.columnCount);
  for (const row of rows) {
    const end = matrix.rowStarts[row + 1] ?? 0;
    for (let entry = matrix.rowStarts[row] ?? 0; entry < end; entry++) {
      const column = matrix.columns[entry] ?? 0;
      sums[column] = (sums[column] ?? 0) + (matrix.values[entry] ?? 0) * (rowWeights[row] ?? 0);
    }
  }
  return sums;
}

function sumOf(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
