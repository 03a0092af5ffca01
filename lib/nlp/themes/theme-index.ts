import type { Centroid } from './centroids';
import { packRows, type SparseRow, type SparseRows, transposeRows } from './sparse-rows';

/** Centroids laid out by column, so that a text is compared only with themes that share a term. */
export type ThemeIndex = { themeCount: number; byColumn: SparseRows };

/** Lays out centroids for `scoreThemes`; a theme's number is its place in the list. */
export function buildThemeIndex(centroids: readonly Centroid[], columnCount: number): ThemeIndex {
  const rows = centroids.map(({ columns, weights }) => ({ columns: [...columns], values: [...weights] }));
  return { themeCount: centroids.length, byColumn: transposeRows(packRows(rows, columnCount)) };
}

/** Cosine of a row of length 1 with every theme. */
export function scoreThemes(index: ThemeIndex, row: SparseRow): Float64Array {
  const { rowStarts, columns, values } = index.byColumn;
  const scores = new Float64Array(index.themeCount);
  row.columns.forEach((column, entry) => {
    const weight = row.values[entry] ?? 0;
    const end = rowStarts[column + 1] ?? 0;
    for (let posting = rowStarts[column] ?? 0; posting < end; posting++) {
      const theme = columns[posting] ?? 0;
      scores[theme] = (scores[theme] ?? 0) + weight * (values[posting] ?? 0);
    }
  });
  return scores;
}
