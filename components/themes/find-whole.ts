type Placed = { id: string; parentId: string | null };

/** One of the themes to be moved whose sub-themes would then stand three deep: those that are not moved with it. */
export function findWhole<Theme extends Placed>(
  themes: readonly Placed[],
  chosen: readonly Theme[],
): Theme | undefined {
  const moving = new Set(chosen.map(({ id }) => id));
  return chosen.find(({ id }) => themes.some((theme) => theme.parentId === id && !moving.has(theme.id)));
}
