import { computeExactPValue } from '@/lib/stats/exact-p-value';

/** Counts of a two by two table: rows are the groups, columns the outcomes. */
export type TwoByTwo = readonly [readonly [number, number], readonly [number, number]];

/**
 * Fisher's exact test, two-sided p value (0..1) of a two by two table with its margins held fixed.
 * A table with an empty row or column can only be itself: p = 1. Source: R's `fisher.test`.
 */
export function computeFisherExact(table: TwoByTwo): number {
  const [[a, b], [c, d]] = table;
  const firstRow = a + b;
  const firstColumn = a + c;
  const secondRow = c + d;
  return computeExactPValue(
    Math.max(0, firstColumn - secondRow),
    Math.min(firstRow, firstColumn),
    a,
    (k) => ((firstRow - k) * (firstColumn - k)) / ((k + 1) * (secondRow - firstColumn + k + 1)),
  );
}
