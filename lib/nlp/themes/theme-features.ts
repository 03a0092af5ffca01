import { SENTENCE_WIDTH, type SentenceVector } from '../encoder/sentence-vector';
import { getWordVectors } from '../encoder/word-vectors';
import type { Lane } from '../engine';
import { glossText } from './gloss';
import {
  addContextToBoth,
  addDenseContext,
  DENSE_ONE,
  type DenseRows,
  type JoinedRows,
  packDense,
} from './joined-rows';
import { embedByWords } from './meaning';
import { packRows, rowOf, type SparseRow } from './sparse-rows';
import { countTerms, type Vocabulary, vectorize } from './tfidf';
import { tokenize } from './tokenize';

/**
 * What is read of a text: its words, its language (ISO 639-1) where known, the comment it stands in, and what it means by the
 * sentence encoder, where that read it.
 */
export type ReadableSegment = {
  text: string;
  language: string | null;
  commentId?: string;
  vector?: SentenceVector | null;
};

/** Words and meaning by word vectors; in the full lane meaning by the sentence encoder as well. */
export type ReadableRows = JoinedRows & { sentence: DenseRows | null };

/** How loud word vectors are beside words; measured on labelled requests: 1 and 3 are worse. */
const WORD_VECTOR_STRENGTH = 2;
/** The same of sentence vectors: between 2 and 3 nothing changes by more than chance. */
const SENTENCE_STRENGTH = 2.5;
/** How much the rest of a comment counts beside a sentence's own 1. Measured on the sample's planted themes. */
export const CONTEXT_WEIGHT = 0.4;

/** How many of a row's features are numbers of its vectors. */
export const meaningWidth = (lane: Lane): number =>
  getWordVectors().width + (lane === 'full' ? SENTENCE_WIDTH : 0);

/** Texts as a lane sees them, each on its own. In the full lane all of them must have their vectors. */
export function readSegments(
  segments: readonly ReadableSegment[],
  vocabulary: Vocabulary,
  lane: Lane,
): ReadableRows {
  const words = packRows(
    segments.map(({ text, language }) => vectorize(countTerms(tokenize(text, language)), vocabulary)),
    vocabulary.terms.length,
  );
  return {
    words,
    meaning: packDense(embedByWords(segments.map(({ text, language }) => glossText(text, language)))),
    sentence: lane === 'full' ? packDense(segments.map(({ vector }) => vector ?? NOTHING)) : null,
  };
}

const NOTHING = new Int8Array(SENTENCE_WIDTH);

/** All views with the rest of the comment. */
export function inContext(
  { sentence, ...rows }: ReadableRows,
  segments: readonly ReadableSegment[],
): ReadableRows {
  const commentIds = segments.map(({ commentId }) => commentId ?? null);
  return {
    ...addContextToBoth(rows, commentIds, CONTEXT_WEIGHT),
    sentence: sentence && addDenseContext(sentence, commentIds, CONTEXT_WEIGHT),
  };
}

/** The features of one row: the numbers of its vectors first, then its terms. */
export function featuresOf({ words, meaning, sentence }: ReadableRows, row: number): SparseRow {
  const own = rowOf(words, row);
  const values = numbersOf(meaning, row, WORD_VECTOR_STRENGTH).concat(
    sentence ? numbersOf(sentence, row, SENTENCE_STRENGTH) : [],
  );
  const width = values.length;
  const columns = Array.from({ length: width }, (_, at) => at);
  return {
    columns: columns.concat(own.columns.map((column) => width + column)),
    values: values.concat(own.values),
  };
}

const numbersOf = ({ width, values }: DenseRows, row: number, strength: number): number[] =>
  Array.from(values.subarray(row * width, (row + 1) * width), (value) => (value * strength) / DENSE_ONE);
