import type { WorkspaceThemeModel } from '@/lib/themes/schema';

type Theme = WorkspaceThemeModel['themes'][number];

/** From this likeness of their leading terms on (cosine, 0..1), a theme found again is the one of before. */
const SAME_THEME = 0.5;

/**
 * Gives themes found again the key and name they had, so that they keep their id, history and people's edits. Pairs are
 * made from the most alike down, each theme once; what has no counterpart stays new. What was known and is not found is
 * kept as retired, so that it is recognised when it comes back.
 */
export function reconcileThemes(
  previous: WorkspaceThemeModel | null,
  next: Omit<WorkspaceThemeModel, 'retired'>,
): WorkspaceThemeModel {
  const known = previous ? [...previous.themes, ...previous.retired] : [];
  const counterpart = pairThemes(known, next.themes);
  const found = new Set(Array.from(counterpart.values(), ({ key }) => key));
  const spokenFor = new Set(known.map(({ key }) => key));
  return {
    ...next,
    themes: next.themes.map((theme, index) => {
      const same = counterpart.get(index);
      if (same) return { ...theme, key: same.key, name: same.name };
      const key = freeKey(theme.key, spokenFor);
      spokenFor.add(key);
      return { ...theme, key };
    }),
    retired: known.filter(({ key }) => !found.has(key)),
  };
}

/** The known theme of each found one, by the latter's index. */
function pairThemes(known: readonly Theme[], found: readonly Theme[]): Map<number, Theme> {
  const pairs = found
    .flatMap((theme, index) => known.map((before) => ({ index, before, likeness: cosine(theme, before) })))
    .filter(({ likeness }) => likeness >= SAME_THEME)
    .sort((a, b) => b.likeness - a.likeness || a.index - b.index || (a.before.key < b.before.key ? -1 : 1));
  const counterpart = new Map<number, Theme>();
  const taken = new Set<string>();
  for (const { index, before } of pairs) {
    if (counterpart.has(index) || taken.has(before.key)) continue;
    counterpart.set(index, before);
    taken.add(before.key);
  }
  return counterpart;
}

function freeKey(key: string, spokenFor: ReadonlySet<string>): string {
  let free = key;
  for (let attempt = 2; spokenFor.has(free); attempt++) free = `${key}-${attempt}`;
  return free;
}

/** Cosine of two themes' leading terms, whose weights have length 1. */
function cosine(a: Theme, b: Theme): number {
  const weights = new Map(a.centroid);
  return b.centroid.reduce((sum, [term, weight]) => sum + weight * (weights.get(term) ?? 0), 0);
}
