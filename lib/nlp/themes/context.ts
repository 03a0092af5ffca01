import { packRows, rowOf, type SparseRow, type SparseRows } from './sparse-rows';

/** Terms kept of a sentence with its context; more make neighbours slow to find and hardly change them. */
const MAX_TERMS = 24;
/** Sentences before and after that lend context; keeps a text of thousands of sentences fast. */
const REACH = 10;

/**
 * Each row with what stands beside it in its comment: "It stopped again on Monday" speaks of what the sentence before
 * it speaks of. Rows of length 1; a row whose comment is not known, or has no other sentence, stays as it is.
 */
export function addContext(
  matrix: SparseRows,
  commentIds: readonly (string | null)[],
  weight: number,
): SparseRows {
  const rowsOf = new Map<string, number[]>();
  commentIds.forEach((commentId, row) => {
    if (commentId === null) return;
    const rows = rowsOf.get(commentId);
    if (rows) rows.push(row);
    else rowsOf.set(commentId, [row]);
  });
  const rows = commentIds.map((commentId, row) => {
    const own = rowOf(matrix, row);
    const others = commentId === null ? [] : beside(rowsOf.get(commentId) ?? [], row);
    return others.length === 0 ? own : blend(own, sum(others.map((other) => rowOf(matrix, other))), weight);
  });
  return packRows(rows, matrix.columnCount);
}

/** The rows of a comment that stand near one of them; `rows` is in the order of the text. */
function beside(rows: readonly number[], row: number): number[] {
  const place = rows.indexOf(row);
  return rows.slice(Math.max(0, place - REACH), place + REACH + 1).filter((other) => other !== row);
}

function sum(rows: readonly SparseRow[]): Map<number, number> {
  const total = new Map<number, number>();
  for (const { columns, values } of rows) {
    columns.forEach((column, entry) => {
      total.set(column, (total.get(column) ?? 0) + (values[entry] ?? 0));
    });
  }
  return total;
}

function blend(own: SparseRow, context: Map<number, number>, weight: number): SparseRow {
  const contextLength = Math.hypot(...context.values()) || 1;
  const blended = new Map(own.columns.map((column, entry) => [column, own.values[entry] ?? 0]));
  for (const [column, value] of context) {
    blended.set(column, (blended.get(column) ?? 0) + (weight * value) / contextLength);
  }
  const kept = [...blended].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MAX_TERMS);
  const length = Math.hypot(...kept.map(([, value]) => value)) || 1;
  kept.sort((a, b) => a[0] - b[0]);
  return { columns: kept.map(([column]) => column), values: kept.map(([, value]) => value / length) };
}
