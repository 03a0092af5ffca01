import type { InferenceSession } from 'onnxruntime-node';
import { ENCODER_FILE } from './availability';
import { readVocabulary } from './read-vocabulary';
import { makeUnigramTokenizer } from './unigram-tokenizer';

/** Length of a vector. */
export const ENCODER_WIDTH = 512;

export interface Encoder {
  /** A vector of unit length for each text, in the order of the texts. The same text gives the same vector in any company. */
  encode(texts: readonly string[]): Promise<Float32Array[]>;
}

/** Tokens read together, in texts of like length: what a processor's cache holds; fewer and more are both slower. */
const BATCH_TOKENS = 800;

/**
 * Opens the sentence encoder on one thread of its native runtime. Throws where the runtime does not load or the
 * converted model is missing.
 */
export async function openEncoder(file: string = ENCODER_FILE): Promise<Encoder> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const session: InferenceSession = await InferenceSession.create(file, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    executionMode: 'sequential',
  });
  const tokenizer = makeUnigramTokenizer(readVocabulary());

  /** Reads token lists padded to the longest of them. */
  async function readBatch(batch: readonly number[][]): Promise<Float32Array> {
    const length = Math.max(1, ...batch.map((ids) => ids.length));
    const ids = new BigInt64Array(batch.length * length);
    const mask = new Float32Array(batch.length * length);
    for (const [row, tokens] of batch.entries()) {
      for (const [column, token] of tokens.entries()) {
        ids[row * length + column] = BigInt(token);
        mask[row * length + column] = 1;
      }
    }
    const { vectors } = await session.run({
      ids: new Tensor('int64', ids, [batch.length, length]),
      mask: new Tensor('float32', mask, [batch.length, length]),
    });
    if (!(vectors?.data instanceof Float32Array)) throw new Error('The text encoder gave no vectors.');
    return vectors.data;
  }

  return {
    async encode(texts) {
      const tokens = texts.map((text) => tokenizer.encode(text));
      const byLength = tokens
        .map((_, index) => index)
        .sort((a, b) => lengthAt(tokens, a) - lengthAt(tokens, b));
      const vectors = new Array<Float32Array>(texts.length);
      for (let from = 0, to = 0; from < byLength.length; from = to) {
        while (to < byLength.length && (to + 1 - from) * lengthAt(tokens, byLength[to] ?? 0) <= BATCH_TOKENS)
          to++;
        const indexes = byLength.slice(from, to);
        const data = await readBatch(indexes.map((index) => tokens[index] ?? []));
        for (const [row, index] of indexes.entries()) {
          vectors[index] = data.slice(row * ENCODER_WIDTH, (row + 1) * ENCODER_WIDTH);
        }
      }
      return vectors;
    },
  };
}

const lengthAt = (lists: readonly number[][], index: number): number => lists[index]?.length ?? 0;
