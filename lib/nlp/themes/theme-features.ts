import { addContextToBoth, DENSE_ONE, type JoinedRows, packDense } from './joined-rows';
import { embedByWords } from './meaning';
import { packRows, rowOf, type SparseRow } from './sparse-rows';
import { countTerms, type Vocabulary, vectorize } from './tfidf';
import { tokenize } from './tokenize';

/** What is read of a text: its words, its language (ISO 639-1) where known, and the comment it stands in. */
export type ReadableSegment = { text: string; language: string | null; commentId?: string };

/** How loud meaning is beside words; measured on labelled requests: 1 and 3 are worse. */
const MEANING_STRENGTH = 2;
/** How much the rest of a comment counts beside a sentence's own 1. Measured on the sample's planted themes. */
export const CONTEXT_WEIGHT = 0.4;

/** Words and meaning of texts, each on its own. Meaning is that of the bundled word vectors. */
export function readSegments(segments: readonly ReadableSegment[], vocabulary: Vocabulary): JoinedRows {
  const words = packRows(
    segments.map(({ text, language }) => vectorize(countTerms(tokenize(text, language)), vocabulary)),
    vocabulary.terms.length,
  );
  return { words, meaning: packDense(embedByWords(segments.map(({ text }) => text))) };
}

/** Both views with the rest of the comment. */
export function inContext(rows: JoinedRows, segments: readonly ReadableSegment[]): JoinedRows {
  return addContextToBoth(
    rows,
    segments.map(({ commentId }) => commentId ?? null),
    CONTEXT_WEIGHT,
  );
}

/** The features of one row: the numbers of its vector first, then its terms. */
export function featuresOf({ words, meaning }: JoinedRows, row: number): SparseRow {
  const { width, values } = meaning;
  const own = rowOf(words, row);
  const columns = Array.from({ length: width }, (_, at) => at);
  const numbers = Array.from(
    values.subarray(row * width, (row + 1) * width),
    (value) => (value * MEANING_STRENGTH) / DENSE_ONE,
  );
  return {
    columns: columns.concat(own.columns.map((column) => width + column)),
    values: numbers.concat(own.values),
  };
}
