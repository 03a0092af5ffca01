import type { SparseRow } from './sparse-rows';
import type { Token } from './tokenize';

/** Inverse document frequency of each term, in the order of the columns. */
export type Vocabulary = { terms: string[]; idf: Float64Array; columnOf: Map<string, number> };

export type VocabularyLimits = { minStatements: number; maxTerms: number };

function compareTerms(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How often each stem occurs in a text. */
export function countStems(tokens: readonly Token[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { stem } of tokens) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

/** Stands between the stems of a pair of neighbours: "card arriv" is a term of its own. */
export const PAIR_MARK = ' ';

/** How often each stem, and each two stems that follow each other, occur in a text. */
export function countTerms(tokens: readonly Token[]): Map<string, number> {
  const counts = countStems(tokens);
  tokens.forEach(({ stem }, place) => {
    const before = tokens[place - 1];
    if (!before || before.stem === stem) return;
    const pair = `${before.stem}${PAIR_MARK}${stem}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  });
  return counts;
}

/** Lays out a vocabulary from its terms and their inverse document frequencies. */
export function makeVocabulary(entries: readonly (readonly [string, number])[]): Vocabulary {
  const sorted = [...entries].sort((a, b) => compareTerms(a[0], b[0]));
  return {
    terms: sorted.map(([term]) => term),
    idf: Float64Array.from(sorted, ([, idf]) => idf),
    columnOf: new Map(sorted.map(([term], column) => [term, column])),
  };
}

/**
 * The vocabulary of a corpus: terms found in enough statements, the commonest `maxTerms` of them, with smoothed
 * inverse document frequency ln((1 + N) / (1 + df)) + 1 (as in scikit-learn). A document counts as often as it was
 * stated.
 */
export function buildVocabulary(
  documents: readonly { terms: ReadonlyMap<string, number>; statements: number }[],
  limits: VocabularyLimits,
): Vocabulary {
  const frequencies = new Map<string, number>();
  let total = 0;
  for (const { terms, statements } of documents) {
    total += statements;
    for (const term of terms.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + statements);
  }
  const kept = [...frequencies]
    .filter(([, frequency]) => frequency >= limits.minStatements)
    .sort((a, b) => b[1] - a[1] || compareTerms(a[0], b[0]))
    .slice(0, limits.maxTerms);
  return makeVocabulary(kept.map(([term, frequency]) => [term, Math.log((1 + total) / (1 + frequency)) + 1]));
}

/** The TF-IDF vector of a document: (1 + ln tf) x idf, scaled to length 1; unknown terms are left out. */
export function vectorize(document: ReadonlyMap<string, number>, vocabulary: Vocabulary): SparseRow {
  return scaleToOne(weighTerms(document, vocabulary));
}

/** As {@link vectorize}, not scaled. */
export function weighTerms(document: ReadonlyMap<string, number>, vocabulary: Vocabulary): SparseRow {
  const columns: number[] = [];
  const values: number[] = [];
  for (const [term, count] of document) {
    const column = vocabulary.columnOf.get(term);
    if (column === undefined) continue;
    columns.push(column);
    values.push((1 + Math.log(count)) * (vocabulary.idf[column] ?? 0));
  }
  return { columns, values };
}

export function scaleToOne({ columns, values }: SparseRow): SparseRow {
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return { columns, values: length > 0 ? values.map((value) => value / length) : values };
}
