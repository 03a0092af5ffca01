import type { TextSpan } from '../offsets';
import type { CompiledThemeModel } from '../themes/compiled-model';
import { findPlaces } from '../themes/find-places';
import { findAspectWindow, hasContrast } from './aspect-window';

/**
 * The words of a statement that speak of each of its themes, where it has several or turns within itself: what is felt about one
 * need not be what is felt about the others.
 *
 * @param language ISO 639-1, null where it is not known
 * @param known where it speaks of a theme, as far as that is known
 * @returns by the theme's key; a theme that is left out is spoken of by the whole statement
 */
export function findAspects(
  model: CompiledThemeModel,
  text: string,
  language: string | null,
  themeKeys: readonly string[],
  known: ReadonlyMap<string, TextSpan> = new Map(),
): Map<string, TextSpan> {
  const aspects = new Map<string, TextSpan>();
  if (themeKeys.length < 2 && !hasContrast(text, language)) return aspects;
  const statement = { start: 0, end: text.length };
  for (const [themeKey, place] of findPlaces(model, text, language, themeKeys)) {
    const window = findAspectWindow(text, statement, known.get(themeKey) ?? place, language);
    if (window) aspects.set(themeKey, window);
  }
  return aspects;
}
