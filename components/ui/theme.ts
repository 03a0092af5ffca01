/** What a reader chose: the colours of the system, or always light, or always dark. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The cookie that keeps the choice, so that the server draws the first page right and nothing flashes. */
export const THEME_COOKIE = 'theme';

/** A cookie's value as a theme; anything else is `system`. */
export function parseTheme(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? 'system';
}

/** The class of the html element: none lets the style sheet follow the system. */
export function themeClass(theme: Theme): string {
  return theme === 'system' ? '' : theme;
}
