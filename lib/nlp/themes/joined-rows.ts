import { addContext } from './context';
import type { SparseRows } from './sparse-rows';

/** Texts in two views side by side: their words (TF-IDF, rows of length 1) and their meaning (dense, whole numbers). */
export type JoinedRows = { words: SparseRows; meaning: DenseRows };

/** Vectors of one width, row after row; {@link DENSE_ONE} is a length of 1, so that products of rows are whole numbers. */
export type DenseRows = { rowCount: number; width: number; values: Int16Array };

/** Fine enough for a cosine to a thousandth, and coarse enough to swallow what processors round differently. */
export const DENSE_ONE = 4096;
/** The kernel multiplies eight numbers at once. */
const LANES = 8;

/** Packs vectors of any length as rows of length 1; a vector of zeros stays one. */
export function packDense(vectors: readonly ArrayLike<number>[]): DenseRows {
  const width = Math.ceil((vectors[0]?.length ?? 0) / LANES) * LANES || LANES;
  const values = new Int16Array(vectors.length * width);
  vectors.forEach((vector, row) => {
    let squares = 0;
    for (let at = 0; at < vector.length; at++) squares += (vector[at] ?? 0) ** 2;
    const scale = squares > 0 ? DENSE_ONE / Math.sqrt(squares) : 0;
    for (let at = 0; at < vector.length; at++)
      values[row * width + at] = Math.round((vector[at] ?? 0) * scale);
  });
  return { rowCount: vectors.length, width, values };
}

/** Both views with what stands beside each row in its comment, at this weight to a row's own 1. */
export function addContextToBoth(
  { words, meaning }: JoinedRows,
  commentIds: readonly (string | null)[],
  weight: number,
): JoinedRows {
  return {
    words: addContext(words, commentIds, weight),
    meaning: addDenseContext(meaning, commentIds, weight),
  };
}

/** Meaning with what stands beside each row in its comment; rows of length 1. */
export function addDenseContext(
  { width, values, rowCount }: DenseRows,
  commentIds: readonly (string | null)[],
  weight: number,
): DenseRows {
  const rowsOf = new Map<string, number[]>();
  commentIds.forEach((commentId, row) => {
    if (commentId === null) return;
    const rows = rowsOf.get(commentId);
    if (rows) rows.push(row);
    else rowsOf.set(commentId, [row]);
  });
  const sums = new Map(
    Array.from(rowsOf, ([commentId, rows]): [string, Float64Array] => {
      const sum = new Float64Array(width);
      for (const row of rows) {
        for (let at = 0; at < width; at++) sum[at] = (sum[at] ?? 0) + (values[row * width + at] ?? 0);
      }
      return [commentId, sum];
    }),
  );
  return packDense(
    Array.from({ length: rowCount }, (_, row) => {
      const own = values.subarray(row * width, (row + 1) * width);
      const sum = sums.get(commentIds[row] ?? '');
      if (!sum) return own;
      const others = sum.map((value, at) => value - (own[at] ?? 0));
      const length = Math.sqrt(others.reduce((total, value) => total + value * value, 0));
      if (length === 0) return own;
      return Float64Array.from(own, (value, at) => value + (weight * DENSE_ONE * (others[at] ?? 0)) / length);
    }),
  );
}
