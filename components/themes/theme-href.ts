/** What a reader chose that goes along to the next screen of themes: the period, and by which themes it is counted. */
export type Carried = Record<string, string | undefined>;

/** The screen of a theme, with the choices of the screen that leads there: its counts are those that were clicked. */
export function themeHref(workspaceSlug: string, themeId: string, carried: Carried): string {
  const chosen = Object.entries(carried).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const path = `/w/${workspaceSlug}/themes/${themeId}`;
  return chosen.length === 0 ? path : `${path}?${new URLSearchParams(chosen)}`;
}
