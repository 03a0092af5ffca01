import type { WorkspaceThemeModel } from '@/lib/themes/schema';

type Theme = WorkspaceThemeModel['themes'][number];

/** From this likeness of their leading terms on (cosine, 0..1), a theme found again is the one of before. */
const SAME_THEME = 0.5;

/**
 * Gives themes found again the key and name they had, so that they keep their id, history and people's edits. Pairs are
 * made from the most alike down, each theme once; what has no counterpart stays new.
 */
export function reconcileThemes(
  previous: WorkspaceThemeModel | null,
  next: WorkspaceThemeModel,
): WorkspaceThemeModel {
  if (!previous) return next;
  const pairs = next.themes
    .flatMap((found, index) =>
      previous.themes.map((known) => ({ index, known, likeness: cosine(found, known) })),
    )
    .filter(({ likeness }) => likeness >= SAME_THEME)
    .sort((a, b) => b.likeness - a.likeness || a.index - b.index || (a.known.key < b.known.key ? -1 : 1));
  const counterpart = new Map<number, Theme>();
  const taken = new Set<string>();
  for (const { index, known } of pairs) {
    if (counterpart.has(index) || taken.has(known.key)) continue;
    counterpart.set(index, known);
    taken.add(known.key);
  }
  return {
    ...next,
    themes: next.themes.map((found, index) => {
      const known = counterpart.get(index);
      if (known) return { ...found, key: known.key, name: known.name };
      return taken.has(found.key) ? { ...found, key: `${found.key}-${index}` } : found;
    }),
  };
}

/** Cosine of two themes' leading terms, whose weights have length 1. */
function cosine(a: Theme, b: Theme): number {
  const weights = new Map(a.centroid);
  return b.centroid.reduce((sum, [term, weight]) => sum + weight * (weights.get(term) ?? 0), 0);
}
