/** A sparse matrix, row after row; the entries of row r stand at rowStarts[r] up to rowStarts[r + 1]. */
export type SparseRows = {
  rowCount: number;
  columnCount: number;
  rowStarts: Int32Array;
  columns: Int32Array;
  values: Float32Array;
};

/** One row as parallel arrays. */
export type SparseRow = { columns: number[]; values: number[] };

/** Packs rows into typed arrays. */
export function packRows(rows: readonly SparseRow[], columnCount: number): SparseRows {
  const rowStarts = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => {
    rowStarts[index + 1] = (rowStarts[index] ?? 0) + row.columns.length;
  });
  const size = rowStarts[rows.length] ?? 0;
  const columns = new Int32Array(size);
  const values = new Float32Array(size);
  rows.forEach((row, index) => {
    columns.set(row.columns, rowStarts[index]);
    values.set(row.values, rowStarts[index]);
  });
  return { rowCount: rows.length, columnCount, rowStarts, columns, values };
}

/** Row number `row` of the matrix, taken out. */
export function rowOf(matrix: SparseRows, row: number): SparseRow {
  const start = matrix.rowStarts[row] ?? 0;
  const end = matrix.rowStarts[row + 1] ?? 0;
  return {
    columns: [...matrix.columns.subarray(start, end)],
    values: [...matrix.values.subarray(start, end)],
  };
}

/** The same matrix, column after column: the inverted index of a term matrix. */
export function transposeRows(matrix: SparseRows): SparseRows {
  const { rowCount, columnCount, rowStarts, columns, values } = matrix;
  const starts = new Int32Array(columnCount + 1);
  for (const column of columns) starts[column + 1] = (starts[column + 1] ?? 0) + 1;
  for (let column = 0; column < columnCount; column++) {
    starts[column + 1] = (starts[column + 1] ?? 0) + (starts[column] ?? 0);
  }
  const next = starts.slice();
  const rows = new Int32Array(columns.length);
  const turned = new Float32Array(columns.length);
  for (let row = 0; row < rowCount; row++) {
    const end = rowStarts[row + 1] ?? 0;
    for (let entry = rowStarts[row] ?? 0; entry < end; entry++) {
      const column = columns[entry] ?? 0;
      const place = next[column] ?? 0;
      next[column] = place + 1;
      rows[place] = row;
      turned[place] = values[entry] ?? 0;
    }
  }
  return { rowCount: columnCount, columnCount: rowCount, rowStarts: starts, columns: rows, values: turned };
}
