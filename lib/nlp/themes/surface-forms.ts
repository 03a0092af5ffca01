import { findQuality } from './aspect-words';
import type { ThemeDocument } from './documents';
import { resolveWordLanguage } from './tokenize';

/** The form in which each wanted stem is most often written, lower-cased; a quality goes by its name. */
export function findSurfaceForms(
  documents: readonly ThemeDocument[],
  wanted: ReadonlySet<string>,
): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { segment, tokens } of documents) {
    const language = resolveWordLanguage(segment.text, segment.language);
    for (const { stem, surface } of tokens) {
      if (!wanted.has(stem)) continue;
      const lower = surface.toLowerCase();
      const form = findQuality(lower, language) ?? lower;
      const forms = counts.get(stem) ?? new Map<string, number>();
      forms.set(form, (forms.get(form) ?? 0) + 1);
      counts.set(stem, forms);
    }
  }
  return new Map(
    Array.from(counts, ([stem, forms]) => {
      const [best] = [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      return [stem, best?.[0] ?? stem];
    }),
  );
}
