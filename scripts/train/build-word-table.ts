import type { Encoder } from '@/lib/nlp/encoder/encoder';
import { dot, findPrincipalAxes } from '@/lib/nlp/encoder/principal-axes';
import type { WordTable } from '@/lib/nlp/encoder/word-vectors';

const MOST_WORDS = 30_000;
const FEWEST_TIMES = 2;
const LONGEST_WORD = 24;
const WIDTH = 96;
/** Arora, Liang and Ma (2017): the weight of a word is a / (a + its share of all words). */
const SMOOTH = 1e-3;
const LARGEST_BYTE = 127;

/** Counts words, the most frequent first; of equally frequent ones the first in the alphabet. */
export function countWords(texts: Iterable<readonly string[]>): [word: string, count: number][] {
  const counts = new Map<string, number>();
  for (const words of texts) {
    for (const word of words) if (word.length <= LONGEST_WORD) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= FEWEST_TIMES)
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS);
}

/** Distils a table of word vectors from the sentence encoder: each word read alone, centred, weighed and narrowed. */
export async function buildWordTable(
  counts: readonly [string, number][],
  encoder: Encoder,
): Promise<WordTable> {
  const words = counts.map(([word]) => word);
  const vectors = await encoder.encode(words);
  const width = vectors[0]?.length ?? 0;
  const mean = new Float64Array(width);
  for (const vector of vectors)
    for (const [at, value] of vector.entries()) mean[at] = (mean[at] ?? 0) + value / words.length;
  const centred = vectors.map((vector) => Float64Array.from(vector, (value, at) => value - (mean[at] ?? 0)));
  const axes = findPrincipalAxes(centred, WIDTH);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);

  const rows = new Int8Array(words.length * WIDTH);
  const steps = new Float32Array(words.length);
  for (const [row, vector] of centred.entries()) {
    const weight = SMOOTH / (SMOOTH + (counts[row]?.[1] ?? 0) / total);
    const narrowed = axes.map((axis) => weight * dot(vector, axis));
    const step = Math.max(...narrowed.map(Math.abs)) / LARGEST_BYTE || 1;
    steps[row] = step;
    for (const [at, value] of narrowed.entries()) rows[row * WIDTH + at] = Math.round(value / step);
  }
  return { words, width: WIDTH, rows, steps };
}
