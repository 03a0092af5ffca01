/** What an issue is called: as its theme is now, so that renaming the theme renames it; by its own title without one. */
export function issueTitle({ title, theme }: { title: string; theme: { name: string } | null }): string {
  return theme?.name ?? title;
}
