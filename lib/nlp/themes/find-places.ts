import type { TextSpan } from '../offsets';
import type { CompiledThemeModel } from './compiled-model';
import { scoreClasses } from './one-against-rest';
import { featuresOf, readSegments } from './theme-features';
import { resolveWordLanguage, tokenize } from './tokenize';

/** Words of a statement that are looked at; one with more is no sentence. */
const MOST_WORDS = 200;

/**
 * Where a statement speaks of each of some themes: at the word that by itself is likeliest of the theme.
 *
 * @param language ISO 639-1, null where it is not known
 * @returns by the theme's key; themes that the model does not know are left out, and so are all where no word has a topic
 */
export function findPlaces(
  { vocabulary, nodes, fast }: CompiledThemeModel,
  text: string,
  language: string | null,
  themeKeys: readonly string[],
): Map<string, TextSpan> {
  const resolved = resolveWordLanguage(text, language);
  const words = tokenize(text, resolved).slice(0, MOST_WORDS);
  const columns = themeKeys.map((themeKey) => nodes.findIndex(({ key }) => key === themeKey));
  const rows = readSegments(
    words.map(({ surface }) => ({ text: surface, language: resolved })),
    vocabulary,
    'fast',
  );
  const scores = new Float64Array(nodes.length);
  const best = columns.map(() => Number.NEGATIVE_INFINITY);
  const places = new Map<string, TextSpan>();
  words.forEach(({ start, end }, row) => {
    scoreClasses(fast.weights, nodes.length, fast.featureCount, featuresOf(rows, row), scores);
    columns.forEach((column, theme) => {
      const score = scores[column];
      if (score === undefined || score <= (best[theme] ?? 0)) return;
      best[theme] = score;
      places.set(themeKeys[theme] ?? '', { start, end });
    });
  });
  return places;
}
