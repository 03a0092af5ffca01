/** "This theme belongs to that one", decided by a person and not undone. */
export interface Merge {
  themeId: string;
  intoId: string;
}

/**
 * Where each merged theme belongs in the end. A theme is merged at most once and only into one that is not itself
 * merged, so the pointers have no circle; taking any of them away leaves the others as they were decided.
 * @returns the final theme by merged theme; themes that stand for themselves are absent
 */
export function resolveMerges(merges: readonly Merge[]): Map<string, string> {
  const next = new Map(merges.map(({ themeId, intoId }) => [themeId, intoId]));
  const finalOf = (themeId: string): string => {
    const into = next.get(themeId);
    return into === undefined ? themeId : finalOf(into);
  };
  return new Map(merges.map(({ themeId }) => [themeId, finalOf(themeId)]));
}
