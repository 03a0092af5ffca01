import type { SentimentAdapter } from './adaptation/sentiment-adapter';
import { type AnnotationInput, annotateTexts, annotateWithEncoder, type TextAnnotation } from './annotate';
import type { Encoder } from './encoder/encoder';
import { packSentence, type SentenceVector } from './encoder/sentence-vector';
import { ENGINE_NAME, engineVersion } from './engine-version';
import { encodeStatements, judgeByWords, judgeWithEncoder } from './polarity/judge-sentiment';
import type { Sentiment, Statement } from './sentiment';

/** What turns texts into annotations. `name` and `version` are kept with every annotation as its maker. */
export interface AnnotationEngine {
  readonly name: string;
  readonly version: string;
  /** In the order of the inputs. The same text gives the same annotation in any company. */
  annotate(inputs: readonly AnnotationInput[]): Promise<TextAnnotation[]>;
  /** How stretches of stored text feel, such as the words around an aspect; in their order. */
  judge(statements: readonly Statement[]): Promise<Sentiment[]>;
  /** What statements mean; null for those that the sentence encoder does not read, which in the fast lane are all. */
  encode(statements: readonly Statement[]): Promise<(SentenceVector | null)[]>;
}

/** An engine that can also read as a workspace taught it. */
export interface AdaptableEngine extends AnnotationEngine {
  readonly lane: Lane;
  annotate(inputs: readonly AnnotationInput[], adapter?: SentimentAdapter | null): Promise<TextAnnotation[]>;
  judge(statements: readonly Statement[], adapter?: SentimentAdapter | null): Promise<Sentiment[]>;
}

/** `full` reads English with the sentence encoder; `fast` with word vectors, some twenty times as fast and a little less right. */
export type Lane = 'full' | 'fast';

/** The engine on the calling thread: with an encoder the full lane, without one the fast lane. */
export const makeEngine = (encoder: Encoder | null): AdaptableEngine => ({
  name: ENGINE_NAME,
  version: engineVersion(encoder ? 'full' : 'fast'),
  lane: encoder ? 'full' : 'fast',
  annotate: async (inputs, adapter = null) =>
    encoder ? annotateWithEncoder(inputs, encoder, adapter) : annotateTexts(inputs, adapter),
  judge: async (statements, adapter = null) =>
    encoder
      ? judgeWithEncoder(statements, encoder, adapter)
      : statements.map((statement) => judgeByWords(statement, adapter)),
  encode: async (statements) => {
    if (!encoder) return statements.map(() => null);
    const vectors = await encodeStatements(statements, encoder);
    return vectors.map((vector) => (vector ? packSentence(vector) : null));
  },
});
