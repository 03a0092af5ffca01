import type { ThemeState } from '@/lib/themes/replay';

type Checked = Pick<ThemeState, 'id' | 'name' | 'parentId' | 'mergedIntoId' | 'excludedAt' | 'withdrawnAt'>;

/** Whether a theme stands for itself and is in use. */
export function isLive(theme: Pick<Checked, 'mergedIntoId' | 'excludedAt' | 'withdrawnAt'>): boolean {
  return !theme.mergedIntoId && !theme.excludedAt && !theme.withdrawnAt;
}

/**
 * The theme that a theme is shown under: where its parent was merged into another, that other; none where the parent is
 * not in use.
 */
export function findShownParent<Row extends Checked>(theme: Row, byId: ReadonlyMap<string, Row>): Row | null {
  const own = theme.parentId ? byId.get(theme.parentId) : undefined;
  const parent = own?.mergedIntoId ? byId.get(own.mergedIntoId) : own;
  return parent && isLive(parent) && parent.id !== theme.id ? parent : null;
}

/**
 * What is wrong with a taxonomy, in words that say how to mend it; null when nothing is. Names are unique among themes
 * that are not parts of others, and themes are at most two deep.
 */
export function findTaxonomyProblem(themes: readonly Checked[]): string | null {
  const byId = new Map(themes.map((theme) => [theme.id, theme]));
  const byName = new Map<string, Checked>();
  for (const theme of themes) {
    if (theme.mergedIntoId || theme.withdrawnAt) continue;
    const name = theme.name.toLocaleLowerCase('en');
    const namesake = byName.get(name);
    if (namesake) return `There is another theme called “${namesake.name}”. Merge the two instead.`;
    byName.set(name, theme);
  }
  for (const theme of themes) {
    if (!isLive(theme)) continue;
    const parent = findShownParent(theme, byId);
    const grandparent = parent && findShownParent(parent, byId);
    if (grandparent) {
      return `“${theme.name}” would stand three deep, under “${parent.name}” in “${grandparent.name}”. Themes are two deep: move it first.`;
    }
  }
  return null;
}
