import { type SparseRows, transposeRows } from './sparse-rows';

/** The nearest neighbours of every row, nearest first: `count` places a row, -1 where there are fewer. */
export type NeighbourLists = { count: number; ids: Int32Array; similarities: Float32Array };

/** Puts a candidate into the sorted places of one row; of equal similarities the lower row comes first. */
function insertNeighbour(lists: NeighbourLists, row: number, id: number, similarity: number): void {
  const { count, ids, similarities } = lists;
  const first = row * count;
  const goesBefore = (place: number) => {
    const other = similarities[place] ?? 0;
    return similarity > other || (similarity === other && id < (ids[place] ?? -1));
  };
  let place = first + count - 1;
  if (!goesBefore(place)) return;
  for (; place > first && goesBefore(place - 1); place--) {
    ids[place] = ids[place - 1] ?? -1;
    similarities[place] = similarities[place - 1] ?? 0;
  }
  ids[place] = id;
  similarities[place] = similarity;
}

/**
 * Exact nearest neighbours by cosine among rows of length 1, through an inverted index: a row is compared only with
 * rows that share a term. Rows must have no negative values. Ties go to the lower row number.
 */
export function findNeighbours(matrix: SparseRows, count: number): NeighbourLists {
  const { rowCount, rowStarts, columns, values } = matrix;
  const index = transposeRows(matrix);
  const lists: NeighbourLists = {
    count,
    ids: new Int32Array(rowCount * count).fill(-1),
    similarities: new Float32Array(rowCount * count),
  };
  const scores = new Float32Array(rowCount);
  const touched = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    let touchedCount = 0;
    const rowEnd = rowStarts[row + 1] ?? 0;
    for (let entry = rowStarts[row] ?? 0; entry < rowEnd; entry++) {
      const column = columns[entry] ?? 0;
      const value = values[entry] ?? 0;
      const end = index.rowStarts[column + 1] ?? 0;
      for (let posting = index.rowStarts[column] ?? 0; posting < end; posting++) {
        const other = index.columns[posting] ?? 0;
        if (scores[other] === 0) touched[touchedCount++] = other;
        scores[other] = (scores[other] ?? 0) + value * (index.values[posting] ?? 0);
      }
    }
    const last = row * count + count - 1;
    for (let place = 0; place < touchedCount; place++) {
      const other = touched[place] ?? 0;
      const score = scores[other] ?? 0;
      scores[other] = 0;
      if (other !== row && score >= (lists.similarities[last] ?? 0))
        insertNeighbour(lists, row, other, score);
    }
  }
  return lists;
}
