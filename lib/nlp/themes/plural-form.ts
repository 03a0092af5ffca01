import type { ThemeDocument } from './documents';

/** So often written in the plural, a thing is one of many: a theme speaks of all of them. */
const PLURAL_SHARE = 0.2;

/** Single English words of a name ("report", "role and permission") in the plural, where a theme's texts often write them so. */
export function inPlural(name: string, documents: readonly ThemeDocument[]): string {
  const counts = new Map<string, number>();
  for (const { tokens, statements } of documents) {
    for (const { surface } of tokens) {
      const lower = surface.toLowerCase();
      counts.set(lower, (counts.get(lower) ?? 0) + statements);
    }
  }
  const formOf = (word: string): string => {
    const plural = `${word}s`;
    const [one, many] = [counts.get(word) ?? 0, counts.get(plural) ?? 0];
    return many > 0 && many >= PLURAL_SHARE * (one + many) ? plural : word;
  };
  return name
    .split(' and ')
    .map((part) => (/^\p{Ll}+$/u.test(part) && !part.endsWith('s') ? formOf(part) : part))
    .join(' and ');
}
