import type { ThemeDocument } from './documents';
import { resolveWordLanguage } from './tokenize';

/** Of its uses within a text, so many write a name with a capital: people are careless. */
const LEAST_CAPITAL_SHARE = 0.75;

/**
 * Stems of the words that English texts write with a capital where no sentence begins: "Zoho", "Salesforce". What is all
 * capitals ("CRM", "VAT") is a word like any other.
 */
export function findProperNames(documents: readonly ThemeDocument[]): Set<string> {
  // Where a sentence begins every word has one.
  return findCapitals(documents, (before) => /[\p{L}\p{N},]\s+$/u.test(before));
}

/** The same with the beginnings of sentences: of a name that stands alone ("Ravi"), and never small elsewhere. */
export function findAlwaysCapital(documents: readonly ThemeDocument[]): Set<string> {
  return findCapitals(documents, () => true);
}

function findCapitals(documents: readonly ThemeDocument[], counts: (before: string) => boolean): Set<string> {
  const uses = new Map<string, { all: number; capital: number }>();
  for (const { segment, tokens } of documents) {
    const { text, language } = segment;
    // Who begins a sentence with a small letter, or shouts, tells nothing by it.
    if (!/^\P{L}*\p{Lu}/u.test(text) || !/\p{Ll}{2}/u.test(text)) continue;
    if (resolveWordLanguage(text, language) !== 'en') continue;
    for (const { stem, surface, start } of tokens) {
      if (!counts(text.slice(0, start)) || /^\p{Lu}{2}/u.test(surface)) continue;
      const use = uses.get(stem) ?? { all: 0, capital: 0 };
      uses.set(stem, use);
      use.all++;
      if (/^\p{Lu}/u.test(surface)) use.capital++;
    }
  }
  return new Set(
    [...uses].flatMap(([stem, { all, capital }]) => (capital >= LEAST_CAPITAL_SHARE * all ? [stem] : [])),
  );
}
