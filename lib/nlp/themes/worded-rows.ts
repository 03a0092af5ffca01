import type { ThemeDocument } from './documents';
import { findMainLanguage, languageOf } from './main-language';
import { packRows, type SparseRows } from './sparse-rows';
import { buildVocabulary, scaleToOne, type Vocabulary, type VocabularyLimits, weighTerms } from './tfidf';

/** Documents by topical terms, the first `topicalTerms` columns, and small words ("why", "not", "my"); rows of length 1. */
export type WordedRows = { words: SparseRows; topicalTerms: number };

/**
 * What documents are told apart by: beside the topical terms the small words, for "why was I charged" is not "how am I charged".
 * In another language than most are in they are left aside: they would hold the language together as if it were a subject.
 */
export function readWording(
  documents: readonly ThemeDocument[],
  topical: Vocabulary,
  limits: VocabularyLimits,
): WordedRows {
  const main = findMainLanguage(documents);
  const smallWords = documents.map((document) => ({
    terms: languageOf(document) === main ? countSmallWords(document) : new Map<string, number>(),
    statements: document.statements,
  }));
  const small = buildVocabulary(smallWords, limits);
  const topicalTerms = topical.terms.length;
  const rows = documents.map(({ terms }, place) => {
    const first = weighTerms(terms, topical);
    const last = weighTerms(smallWords[place]?.terms ?? new Map(), small);
    return scaleToOne({
      columns: first.columns.concat(last.columns.map((column) => topicalTerms + column)),
      values: first.values.concat(last.values),
    });
  });
  return { words: packRows(rows, topicalTerms + small.terms.length), topicalTerms };
}

function countSmallWords({ words, stems }: ThemeDocument): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) if (!stems.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
