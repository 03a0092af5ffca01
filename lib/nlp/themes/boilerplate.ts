import type { NeighbourLists } from './neighbours';

const COPY_SIMILARITY = 0.85;

/**
 * Marks near-copies: long rows (`isLong`) that are almost the same as an earlier long row. A template that differs
 * only in a name or a number is said once, however often it was sent, and must not become a theme by repetition.
 */
export function findCopies(lists: NeighbourLists, isLong: readonly boolean[]): boolean[] {
  return isLong.map((long, row) => {
    if (!long) return false;
    for (let place = row * lists.count; place < (row + 1) * lists.count; place++) {
      const other = lists.ids[place] ?? -1;
      if (other < 0 || (lists.similarities[place] ?? 0) < COPY_SIMILARITY) return false;
      if (other < row && isLong[other]) return true;
    }
    return false;
  });
}
