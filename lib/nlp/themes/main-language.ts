import type { ThemeDocument } from './documents';
import { resolveWordLanguage } from './tokenize';

export const languageOf = ({ segment: { text, language } }: ThemeDocument): string =>
  resolveWordLanguage(text, language);

/** The language (ISO 639-1) of most statements; of two as common the first by its code. */
export function findMainLanguage(documents: readonly ThemeDocument[]): string {
  const counts = new Map<string, number>();
  for (const document of documents) {
    const language = languageOf(document);
    counts.set(language, (counts.get(language) ?? 0) + document.statements);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most?.[0] ?? 'en';
}
