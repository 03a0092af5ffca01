import type { Encoder } from '@/lib/nlp/encoder/encoder';
import { packRows, rowOf, type SparseRow } from '@/lib/nlp/themes/sparse-rows';
import { buildVocabulary, countStems, vectorize } from '@/lib/nlp/themes/tfidf';
import { tokenize } from '@/lib/nlp/themes/tokenize';
import { clusterByMeans } from './k-means';
import type { LabelledSet } from './sets';

/** Words seen less often than this a peer does not count. */
const MIN_STATEMENTS = 2;
const MAX_TERMS = 10_000;

/** TF-IDF of stems and spherical k-means, told the true number of groups. */
export function clusterByWords({ texts, labels }: LabelledSet): number[] {
  const documents = texts.map(({ text, language }) => {
    const stems = countStems(tokenize(text, language));
    return { stems, terms: stems, statements: 1 };
  });
  const vocabulary = buildVocabulary(documents, { minStatements: MIN_STATEMENTS, maxTerms: MAX_TERMS });
  const width = vocabulary.terms.length;
  const words = packRows(
    documents.map(({ stems }) => vectorize(stems, vocabulary)),
    width,
  );
  return clusterByMeans(
    documents.map((_, row) => rowOf(words, row)),
    width,
    labels,
  );
}

/** Vectors of the sentence encoder and spherical k-means, told the true number of groups. */
export async function clusterByEncoder({ texts, labels }: LabelledSet, encoder: Encoder): Promise<number[]> {
  const vectors = await encoder.encode(texts.map(({ text }) => text));
  const width = vectors[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => column);
  const rows = vectors.map((vector): SparseRow => ({ columns, values: [...vector] }));
  return clusterByMeans(rows, width, labels);
}
